"""Inputs of subarray_minimums: one number, equal ones, rising and falling ones, negative ones, few different values."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    return {
        "public": [case([3, 1, 2, 4]), case([2, 2])],
        "private": [
            case([-7]),
            case([1, 2, 3, 4, 5]),
            case([5, 4, 3, 2, 1]),
            case([4, 4, 4, 1, 4, 4, 1, 1]),
            case([-1, 3, -1, 0, -5, 3]),
        ],
        "generated": [
            case(some(150, -(10**6), 10**6)),
            case(some(150, 0, 3)),
            case(list(range(150, 0, -1))),
            case(list(range(-75, 75))),
            case(some(149, -50, 50)),
        ],
    }
