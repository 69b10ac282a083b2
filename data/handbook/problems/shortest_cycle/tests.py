"""Inputs of shortest_cycle: no edges, trees, one long cycle, short cycles far from vertex 1, dense graphs, graphs of great girth."""


def case(n, edges):
    return f"{n} {len(edges)}\n" + "".join(f"{u} {v}\n" for u, v in edges)


def cases(rng):
    def mixed(n, edges):
        """The same graph (vertices from 0) with its vertices and edges shuffled."""
        names = list(range(1, n + 1))
        rng.shuffle(names)
        edges = [(names[u], names[v]) if rng.random() < 0.5 else (names[v], names[u]) for u, v in edges]
        rng.shuffle(edges)
        return case(n, edges)

    def ring(vertices):
        return [(vertices[i], vertices[i - 1]) for i in range(len(vertices))]

    def some(n, m):
        return rng.sample([(u, v) for u in range(n) for v in range(u)], m)

    heawood = ring(range(14)) + [(i, (i + 5) % 14) for i in range(0, 14, 2)]
    petersen = ring(range(5)) + [(i, i + 5) for i in range(5)] + [(5 + i, 5 + (i + 2) % 5) for i in range(5)]
    tree = [(i, rng.randrange(i)) for i in range(1, 14)]
    bipartite = rng.sample([(u, v) for u in range(7) for v in range(7, 14)], 26)
    return {
        "public": [
            case(6, [(1, 2), (2, 3), (3, 4), (4, 5), (5, 1), (2, 5), (5, 6)]),
            case(4, [(1, 2), (1, 3), (1, 4)]),
        ],
        "private": [
            case(1, []),
            case(14, ring(range(1, 15))),
            case(9, [(1, 2), (2, 3), (3, 1), (4, 5), (6, 7), (7, 8), (8, 9), (9, 6)]),
            case(10, [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 1), (4, 7), (7, 8), (8, 9), (9, 7), (9, 10)]),
        ],
        "generated": [
            mixed(14, heawood),
            mixed(10, petersen),
            mixed(14, tree),
            mixed(14, ring(range(9)) + ring([0, 9, 10, 4, 11, 12, 13])),
            mixed(14, bipartite),
            mixed(13, some(13, 40)),
            mixed(14, some(14, 16)),
        ],
    }
