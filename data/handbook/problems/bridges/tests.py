"""Inputs of bridges: no road, double roads, a path, a ring, a tree, rings on a string, several parts."""


def case(n, roads):
    return f"{n} {len(roads)}\n" + "".join(f"{a} {b}\n" for a, b in roads)


def cases(rng):
    def renamed(n, roads):
        names = list(range(1, n + 1))
        rng.shuffle(names)
        roads = [(names[a], names[b]) if rng.random() < 0.5 else (names[b], names[a]) for a, b in roads]
        rng.shuffle(roads)
        return case(n, roads)

    def tree(n):
        return [(rng.randrange(v), v) for v in range(1, n)]

    def any_roads(n, m):
        return [tuple(rng.sample(range(n), 2)) for _ in range(m)]

    rings = []
    for start in range(0, 48, 6):
        rings += [(start + i, start + (i + 1) % 5) for i in range(5)]
        rings.append((start + 2, start + 5))
        if start:
            rings.append((start - 1, start))
    nearly = tree(50)
    for _ in range(8):
        v = rng.randrange(4, 50)
        nearly.append((v, rng.randrange(v - 4, v)))
    doubled = tree(40)
    doubled += rng.sample(doubled, 15)
    return {
        "public": [
            case(6, [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5)]),
            case(3, [(1, 2), (2, 1), (2, 3)]),
        ],
        "private": [
            case(1, []),
            case(50, [(i, i + 1) for i in range(1, 50)]),
            case(50, [(i, i % 50 + 1) for i in range(1, 51)]),
            case(4, [(1, 2), (3, 4), (1, 2), (1, 2), (4, 3)]),
            case(7, [(1, 2), (2, 3), (3, 1), (4, 5), (5, 6), (6, 4), (3, 4)]),
        ],
        "generated": [
            renamed(48, rings),
            renamed(50, nearly),
            renamed(40, doubled),
            renamed(50, any_roads(50, 45)),
            renamed(50, any_roads(50, 90)),
        ],
    }
