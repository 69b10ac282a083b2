"""Inputs of tree_diameter: one village, paths, stars, a longest way that misses village 1, random trees."""


def case(edges):
    return f"{len(edges) + 1}\n" + "".join(f"{a} {b}\n" for a, b in edges)


def cases(rng):
    def tree(n, reach):
        names = rng.sample(range(1, n + 1), n)
        edges = [(names[i], names[rng.randint(max(0, i - reach), i - 1)]) for i in range(1, n)]
        return case(rng.sample(edges, len(edges)))

    return {
        "public": [case([(1, 2), (2, 3), (2, 4)]), case([(2, 1)])],
        "private": [
            case([]),
            case([(1, 2), (1, 3), (1, 4), (1, 5)]),
            case([(5, 4), (4, 3), (3, 2), (2, 1)]),
            case([(1, 2), (2, 3), (3, 4), (4, 5), (2, 6), (6, 7), (7, 8)]),
            case([(1, 2), (1, 3), (2, 4), (3, 5), (4, 6)]),
        ],
        "generated": [tree(45, 45), tree(45, 4), tree(44, 1), tree(40, 10)],
    }
