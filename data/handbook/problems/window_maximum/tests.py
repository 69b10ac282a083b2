"""Inputs of window_maximum: windows of one and of all, falling and rising numbers, equal and negative ones."""


def case(k, a):
    return f"{len(a)} {k}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    return {
        "public": [case(3, [1, 3, -1, -3, 5, 3, 6, 7]), case(1, [4, 2])],
        "private": [
            case(1, [-5]),
            case(4, [-4, -3, -2, -1]),
            case(2, [5, 5, 5, 4, 4]),
            case(3, [9, 8, 7, 6, 5, 4]),
            case(2, [1, 2, 3, 4]),
        ],
        "generated": [
            case(20, some(400, -(10**6), 10**6)),
            case(7, some(300, -3, 3)),
            case(399, some(400, -(10**6), -1)),
            case(50, list(range(300, 0, -1))),
        ],
    }
