"""Inputs of course_order: one course, no prerequisites, chains forwards and backwards, cycles in a part of their own, below and above other courses."""


def case(n, pairs):
    return f"{n} {len(pairs)}\n" + "".join(f"{a} {b}\n" for a, b in pairs)


def cases(rng):
    def acyclic(n, m):
        names = list(range(1, n + 1))
        rng.shuffle(names)
        pairs = [(names[i], names[j]) for i in range(n) for j in range(i + 1, n)]
        return rng.sample(pairs, m), names

    def layered(n, width, m):
        names = list(range(1, n + 1))
        rng.shuffle(names)
        pairs = [(names[i], names[j]) for i in range(n) for j in range(n) if j // width == i // width + 1]
        return rng.sample(pairs, min(m, len(pairs)))

    one, _ = acyclic(25, 50)
    two, _ = acyclic(20, 30)
    spoiled, names = acyclic(25, 44)
    way = rng.sample(names, 4)
    for a, b in zip(way, way[1:] + way[:1]):
        if (a, b) not in spoiled:
            spoiled.append((a, b))
    rng.shuffle(spoiled)
    late = [(i, i + 1) for i in range(1, 25)] + [(25, 20)]
    rng.shuffle(late)
    return {
        "public": [
            case(5, [(1, 2), (1, 3), (2, 4), (3, 4), (1, 4)]),
            case(4, [(1, 2), (2, 3), (3, 2)]),
        ],
        "private": [
            case(1, []),
            case(25, []),
            case(25, [(i + 1, i) for i in range(1, 25)]),
            case(8, [(8, 7), (7, 6), (6, 5), (1, 2), (2, 3), (3, 1)]),
            case(6, [(1, 2), (2, 1), (2, 3), (3, 4), (4, 5), (5, 6)]),
        ],
        "generated": [
            case(25, one),
            case(20, two),
            case(25, spoiled),
            case(25, late),
            case(24, layered(24, 4, 45)),
        ],
    }
