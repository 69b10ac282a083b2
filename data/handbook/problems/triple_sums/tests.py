"""Inputs of triple_sums: too few numbers, all equal, a number that would be used twice, no way, many ways."""


def case(s, a):
    return f"{len(a)} {s}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(-top, top) for _ in range(n)]

    return {
        "public": [case(8, [1, 2, 3, 4, 5]), case(0, [-1, 0, 1, 2, -1, -4])],
        "private": [
            case(0, [0]),
            case(3, [1, 2]),
            case(6, [2, 2, 2, 2, 2]),
            case(9, [3, 3, 1, 5, -50]),
            case(-150, [-50, -50, 50, -50]),
            case(200, [50, 50, 50, 49]),
        ],
        "generated": [
            case(0, some(80, 50)),
            case(7, some(80, 6)),
            case(-31, some(60, 50)),
            case(30, list(range(-20, 41))),
        ],
    }
