"""Inputs of knapsack: nothing fits, everything fits, greedy by value and by value per weight are wrong, equal things."""


def case(w, things):
    return f"{len(things)} {w}\n" + "".join(f"{a} {b}\n" for a, b in things)


def cases(rng):
    def some(n, heaviest, dearest):
        return [(rng.randint(1, heaviest), rng.randint(1, dearest)) for _ in range(n)]

    alike = [(a, a + 5) for a in rng.sample(range(10, 50), 13)]
    return {
        "public": [case(6, [(3, 30), (4, 50), (2, 15)]), case(5, [(6, 10), (7, 20)])],
        "private": [
            case(1, [(1, 1)]),
            case(10, [(6, 30), (5, 20), (5, 20)]),
            case(10, [(10, 50), (1, 6)]),
            case(150, [(10, 5), (20, 5), (30, 60)]),
            case(7, [(2, 3)] * 6),
        ],
        "generated": [
            case(60, some(13, 20, 60)),
            case(150, some(13, 40, 60)),
            case(100, some(13, 100, 60)),
            case(150, alike),
            case(149, some(12, 30, 10)),
        ],
    }
