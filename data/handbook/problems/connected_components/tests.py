"""Inputs of connected_components: nobody has friends, one chain, loops and pairs given twice, rings, many edges."""


def case(n, edges):
    return f"{n} {len(edges)}\n" + "".join(f"{a} {b}\n" for a, b in edges)


def cases(rng):
    def some(n, m):
        return case(n, [(rng.randint(1, n), rng.randint(1, n)) for _ in range(m)])

    chain = list(range(1, 61))
    rng.shuffle(chain)
    return {
        "public": [case(5, [(1, 2), (4, 5), (2, 1)]), case(3, [])],
        "private": [
            case(1, []),
            case(1, [(1, 1)]),
            case(4, [(4, 3), (3, 2), (2, 1)]),
            case(6, [(1, 6), (2, 5), (3, 4), (6, 1), (5, 4)]),
            case(6, [(1, 2), (2, 3), (3, 1), (4, 5), (5, 6), (6, 4)]),
        ],
        "generated": [
            case(60, list(zip(chain, chain[1:]))),
            some(60, 30),
            some(60, 55),
            some(50, 300),
        ],
    }
