"""Inputs of spanning_tree_weight: one house, no network, equal prices, pairs given twice, rings, dense graphs."""


def case(n, cables):
    return f"{n} {len(cables)}\n" + "".join(f"{a} {b} {c}\n" for a, b, c in cables)


def cases(rng):
    def some(n, m, top):
        return [(*rng.sample(range(1, n + 1), 2), rng.randint(1, top)) for _ in range(m)]

    ring = [(i, i % 40 + 1, rng.randint(1, 10000)) for i in range(1, 41)]
    return {
        "public": [case(4, [(1, 2, 3), (2, 3, 1), (3, 1, 2), (3, 4, 7)]), case(3, [(1, 2, 5)])],
        "private": [
            case(1, []),
            case(2, []),
            case(2, [(1, 2, 8), (2, 1, 6), (1, 2, 7)]),
            case(5, [(1, 2, 4), (2, 3, 4), (3, 4, 4), (4, 5, 4), (5, 1, 4), (1, 3, 4)]),
            case(6, [(1, 2, 1), (2, 3, 1), (3, 1, 1), (4, 5, 1), (5, 6, 1), (6, 4, 1)]),
        ],
        "generated": [
            case(40, ring),
            case(40, ring[:39] + some(40, 161, 10000)),
            case(30, some(30, 200, 5)),
            case(40, some(40, 45, 100)),
        ],
    }
