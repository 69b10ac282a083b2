"""Inputs of maximum_subarray: the smallest ones first, then sizes at which n * n sums no longer fit."""


def case(numbers):
    return f"{len(numbers)}\n{' '.join(map(str, numbers))}\n"


def cases(rng):
    def noise(n, top):
        return [rng.randint(-top, top) for _ in range(n)]

    return {
        "public": [
            case([-2, 1, -3, 4, -1, 2, 1, -5, 4]),
            case([5, -9, 6]),
        ],
        "private": [
            case([7]),
            case([3, 4]),
            case([1, 2, 3, 4, 5]),
            case([-4]),
            case([-3, -1, -2]),
            case([0, 0, 0]),
            case([-1, 0, -1]),
            case([-5, 8]),
            case([8, -5]),
        ],
        "generated": [
            *(case(noise(n, 10)) for n in (2, 5, 12, 30)),
            case([6] * 40),
            case([-6] * 40),
            case([1, -1] * 30),
            case([1_000_000_000] * 50),
            case([-1_000_000_000] * 50),
            case([*noise(40, 9), 100]),
            case([100, *noise(40, 9)]),
            case(noise(100, 1_000_000_000)),
            case(noise(3000, 999)),
            case(noise(5000, 1_000_000_000)),
            case([rng.randint(-99, -1) for _ in range(5000)]),
            case([rng.randint(0, 99) for _ in range(5000)]),
        ],
    }
