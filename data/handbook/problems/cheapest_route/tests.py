"""Inputs of cheapest_route: one town, no way, roads against the direction, cheaper detours, parallel roads, no toll."""


def case(n, roads):
    return f"{n} {len(roads)}\n" + "".join(f"{a} {b} {c}\n" for a, b, c in roads)


def cases(rng):
    def some(n, m, top):
        return case(n, [(rng.randint(1, n), rng.randint(1, n), rng.randint(0, top)) for _ in range(m)])

    detours = [(i, i + 1, 1) for i in range(1, 40)] + [(i, j, 3 * (j - i)) for i in range(1, 30) for j in (i + 3, i + 9)]
    return {
        "public": [case(3, [(1, 2, 5), (2, 3, 6), (1, 3, 20)]), case(2, [(2, 1, 7)])],
        "private": [
            case(1, []),
            case(2, []),
            case(2, [(1, 2, 9), (1, 2, 4), (1, 2, 8)]),
            case(4, [(1, 3, 0), (3, 2, 0), (2, 4, 0), (1, 4, 1)]),
            case(5, [(5, 4, 1), (4, 3, 1), (1, 2, 3), (2, 3, 1), (3, 5, 1000), (2, 5, 1000), (1, 1, 0)]),
        ],
        "generated": [
            case(40, [(a, b, c) for a, b, c in detours if b <= 40]),
            some(40, 400, 1000),
            some(30, 60, 10),
            some(40, 150, 1000),
            some(35, 30, 50),
        ],
    }
