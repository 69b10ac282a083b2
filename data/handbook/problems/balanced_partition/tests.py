"""Inputs of balanced_partition: one thing, two, one heavier than the rest, even and odd multiples, sets that greedy rules divide badly."""


def case(weights):
    return f"{len(weights)}\n{' '.join(map(str, weights))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    return {
        "public": [case([8, 7, 6, 5, 4]), case([3, 1, 10])],
        "private": [
            case([200]),
            case([77, 77]),
            case([200] * 13),
            case([5, 5, 5, 3, 3, 3, 3, 3]),
            case([1, 2, 4, 8, 16, 32, 64, 128, 199]),
        ],
        "generated": [
            case(some(14, 1, 200)),
            case([2 * x for x in some(13, 50, 100)]),
            case(some(6, 100, 200)),
            case([7 * x for x in some(9, 10, 28)]),
            case(some(8, 1, 12) + [170, 60]),
        ],
    }
