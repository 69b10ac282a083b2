"""Inputs of best_trade: one day, prices that only fall or rise, the highest price before the lowest, ties."""


def case(prices):
    return f"{len(prices)}\n{' '.join(map(str, prices))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(0, top) for _ in range(n)]

    return {
        "public": [case([7, 1, 5, 3, 6, 4]), case([7, 6, 4, 3, 1])],
        "private": [
            case([5]),
            case([3, 3]),
            case([1, 100000]),
            case([9, 11, 8, 2, 4]),
            case([50, 90, 10, 45, 5, 30]),
        ],
        "generated": [
            case(list(range(400, 0, -2))),
            case(sorted(some(200, 100000))),
            case(some(200, 100000)),
            case(sorted(some(100, 1000), reverse=True) + some(100, 900)),
            case(some(150, 3)),
        ],
    }
