"""Inputs of lowest_common_ancestor: chains, stars, one above the other, equal people, bosses of greater numbers."""


def case(bosses, pairs):
    n = len(bosses) + 1
    lines = [f"{n} {len(pairs)}", " ".join(map(str, bosses))] + [f"{a} {b}" for a, b in pairs]
    return "\n".join(lines) + "\n"


def cases(rng):
    def firm(n, reach):
        """a random tree; everybody's boss is one of the `reach` people hired just before"""
        names = [1] + rng.sample(range(2, n + 1), n - 1)
        boss = {names[i]: names[rng.randint(max(0, i - reach), i - 1)] for i in range(1, n)}
        pairs = [(rng.randint(1, n), rng.randint(1, n)) for _ in range(60)]
        return case([boss[i] for i in range(2, n + 1)], pairs)

    return {
        "public": [case([1, 1, 2, 2], [(4, 5), (2, 5), (3, 4)]), case([1], [(1, 2), (2, 2), (1, 1)])],
        "private": [
            case([1, 2, 3, 4, 5, 6], [(7, 4), (4, 7), (1, 7), (6, 6)]),
            case([1, 1, 1, 1, 1], [(2, 3), (6, 4), (5, 1)]),
            case([3, 4, 5, 1, 3, 2], [(2, 6), (7, 6), (7, 4), (2, 7), (5, 7)]),
            case([1, 2, 2, 4, 4, 1, 7, 7, 9], [(5, 6), (3, 6), (10, 8), (10, 3), (6, 4), (9, 10)]),
        ],
        "generated": [firm(60, 60), firm(60, 5), firm(60, 1), firm(33, 2)],
    }
