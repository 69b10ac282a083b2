"""Inputs of maximum_matching: no pairs, all pairs, a star, more horses than riders and the other way, chains in which each choice must be undone."""


def case(a, b, pairs):
    return f"{a} {b} {len(pairs)}\n" + "".join(f"{x} {y}\n" for x, y in pairs)


def cases(rng):
    def graph(a, b, density):
        return case(a, b, [(x, y) for x in range(1, a + 1) for y in range(1, b + 1) if rng.random() < density])

    def shuffled(a, b, k):
        pairs = [(x, y) for x in range(1, a + 1) for y in range(1, b + 1)]
        return case(a, b, rng.sample(pairs, k))

    chain = [(i, j) for i in range(1, 7) for j in (i, i + 1)] + [(7, 1)]
    star = [(4, y) for y in range(1, 8)] + [(x, 4) for x in range(1, 8) if x != 4]
    crowd = [(x, y) for x in range(1, 6) for y in (2, 5, 6)] + [(6, y) for y in range(1, 8)] + [(7, 5), (7, 6)]
    return {
        "public": [
            case(3, 2, [(1, 1), (1, 2), (2, 1), (3, 1)]),
            case(2, 3, [(1, 2), (2, 2), (1, 3)]),
        ],
        "private": [
            case(1, 1, []),
            case(7, 7, chain),
            case(4, 4, [(1, 1), (1, 2), (2, 2), (2, 3), (3, 1), (3, 2), (4, 3), (4, 4)]),
            case(7, 7, star),
            case(7, 7, crowd),
            case(5, 6, [(x, y) for x in range(1, 6) for y in range(1, 7)]),
        ],
        "generated": [
            graph(7, 7, 0.3),
            shuffled(7, 7, 30),
            graph(3, 7, 0.4),
            graph(7, 4, 0.4),
            shuffled(7, 7, 12),
        ],
    }
