"""Inputs of pairs_with_sum: equal numbers, halves of the target, no pair at all, targets out of reach."""


def case(s, a):
    return f"{len(a)} {s}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(0, top) for _ in range(n)]

    return {
        "public": [case(6, [1, 5, 3, 3, 3, 7]), case(10, [5])],
        "private": [
            case(8, [4, 4, 4, 4]),
            case(0, [0, 0, 0, 1]),
            case(7, [7, 1, 2]),
            case(2000, [1000, 1000, 999, 1000]),
            case(1999, [1000, 998]),
        ],
        "generated": [
            case(20, some(60, 20)),
            case(1000, some(400, 1000)),
            case(1500, some(300, 1000)),
            case(6, some(400, 6)),
        ],
    }
