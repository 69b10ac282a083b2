"""Inputs of coin_change_ways: few ways first, then coins above the sum, then many coins."""


def case(s, coins):
    return f"{len(coins)} {s}\n{' '.join(map(str, coins))}\n"


def cases(rng):
    def some(n, top):
        return rng.sample(range(1, top + 1), n)

    return {
        "public": [
            case(5, [1, 2, 5]),
            case(10, [2, 5, 3, 6]),
            case(3, [2]),
        ],
        "private": [
            case(1, [1]),
            case(2, [2]),
            case(7, [3]),
            case(4, [1, 2, 3]),
            case(6, [6, 1]),
            case(9, [4, 6, 8]),
            case(0, [1]),
            case(0, [3, 7]),
            case(5, [10]),
            case(5, [6, 5, 7]),
            case(1, [10000, 9999]),
        ],
        "generated": [
            *(case(s, some(n, 12)) for n, s in ((2, 14), (3, 20), (4, 20), (5, 24))),
            case(30, some(6, 60)),
            case(100, [1]),
            case(120, [7, 11]),
            case(200, [50, 20, 10]),
            case(2000, [2, 1]),
            case(2000, list(range(1, 101))),
            case(2000, list(range(100, 0, -1))),
            case(2000, some(100, 10000)),
            case(1999, [2 * c for c in some(100, 900)]),
            case(2000, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]),
            case(2000, some(60, 300)),
            case(2000, [1, 2000]),
        ],
    }
