"""Inputs of skyline: one building, equal ones, touching ones of one height and of two, gaps, nested ones, one start or end for many, full size."""


def case(buildings):
    return f"{len(buildings)}\n" + "".join(f"{l} {r} {h}\n" for l, r, h in buildings)


def cases(rng):
    def town(n, width, length, height):
        out = []
        for _ in range(n):
            l = rng.randrange(width)
            out.append((l, min(width, l + rng.randint(1, length)), rng.randint(1, height)))
        return out

    stairs = [(i, 1000 - i, 10 * i + 5) for i in range(0, 100)]
    rng.shuffle(stairs)
    falling = [(0, 10 * i, 1000 - 9 * i) for i in range(1, 101)]
    rng.shuffle(falling)
    return {
        "public": [
            case([(2, 9, 10), (3, 7, 15), (5, 12, 12), (15, 20, 10), (19, 24, 8)]),
            case([(0, 2, 3), (2, 5, 3), (5, 6, 4)]),
        ],
        "private": [
            case([(0, 1000, 1000)]),
            case([(1, 2, 1), (1, 2, 1), (1, 2, 2), (1, 3, 1)]),
            case([(0, 5, 7), (5, 6, 7), (8, 9, 7), (1, 3, 7), (2, 6, 6)]),
            case([(3, 8, 4), (1, 8, 2), (5, 8, 9), (8, 10, 9), (9, 10, 10), (999, 1000, 1)]),
        ],
        "generated": [
            case(town(100, 1000, 30, 1000)),
            case(town(100, 1000, 300, 1000)),
            case(town(90, 60, 12, 5)),
            case(stairs),
            case(falling),
            case(town(40, 1000, 15, 3)),
        ],
    }
