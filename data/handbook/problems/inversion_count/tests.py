"""Inputs of inversion_count: first short permutations, then any numbers, then sizes that are too much."""


def case(numbers):
    return f"{len(numbers)}\n{' '.join(map(str, numbers))}\n"


def cases(rng):
    def permutation(n):
        return rng.sample(range(1, n + 1), n)

    def noise(n, top):
        return [rng.randint(-top, top) for _ in range(n)]

    return {
        "public": [
            case([2, 4, 1, 3, 5]),
            case([3, 2, 1]),
        ],
        "private": [
            case([1]),
            case([1, 2]),
            case([2, 1]),
            case([1, 2, 3, 4, 5, 6, 7]),
            case([7, 6, 5, 4, 3, 2, 1]),
            case([2, 2, 1, 1]),
            case([1, 1, 1, 1]),
            case([1_000_000_000, -1_000_000_000]),
            case([5, 0, -5, 0, 5]),
        ],
        "generated": [
            *(case(permutation(n)) for n in (8, 20, 60, 200)),
            case(noise(50, 3)),
            case(noise(100, 1_000_000_000)),
            case([4] * 150),
            case([2, 1] * 80),
            case([*range(2, 150), 1]),
            case([150, *range(1, 150)]),
            case(list(range(2000, 0, -1))),
            case(noise(2000, 50)),
            case(list(range(20000, 0, -1))),
            case(noise(20000, 9)),
            case(list(range(4000))),
        ],
    }
