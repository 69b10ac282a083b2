"""Inputs of subarrays_with_sum: zeros, negative numbers and sums, the whole list, no run at all, few different values."""


def case(a, k):
    return f"{len(a)} {k}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    large = some(150, -(10**6), 10**6)
    return {
        "public": [case([1, 2, 3, -3, 3], 3), case([1, 1, 1], 2)],
        "private": [
            case([5], 5),
            case([5], 0),
            case([0, 0, 0, 0], 0),
            case([1, -1, 1, -1, 1, -1], 0),
            case([-3, -1, -2, -3], -3),
            case([4, 7, 1], 12),
        ],
        "generated": [
            case(some(150, -2, 2), 0),
            case(some(150, -3, 4), 5),
            case(some(149, 0, 3), 20),
            case(large, sum(large[40:95])),
        ],
    }
