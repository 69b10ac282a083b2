"""Inputs of union_of_intervals: pieces inside others, pieces that touch, empty ones, the whole fence."""


def case(pieces):
    return f"{len(pieces)}\n" + "".join(f"{l} {r}\n" for l, r in pieces)


def cases(rng):
    def some(n, longest):
        starts = [rng.randint(0, 1000) for _ in range(n)]
        return case([(l, min(1000, l + rng.randint(0, longest))) for l in starts])

    return {
        "public": [case([(1, 4), (3, 6), (8, 10)]), case([(5, 5)])],
        "private": [
            case([(0, 1000), (10, 20)]),
            case([(1, 2), (2, 3), (3, 3)]),
            case([(7, 9), (0, 10), (1, 3), (2, 4)]),
            case([(0, 0), (1000, 1000)]),
            case([(4, 8), (4, 6), (4, 8)]),
        ],
        "generated": [some(150, 5), some(150, 30), some(20, 100), some(8, 500)],
    }
