"""Inputs of matrix_chain: one and two matrices, equal sizes, rising and falling sizes, the longest chains."""


def case(d):
    return f"{len(d) - 1}\n{' '.join(map(str, d))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n + 1)]

    return {
        "public": [case([10, 30, 5, 60]), case([30, 35, 15, 5, 10, 20, 25])],
        "private": [
            case([7, 9]),
            case([2, 3, 4]),
            case([5, 5, 5, 5, 5, 5]),
            case([1, 2, 3, 4, 5, 6, 7]),
            case([100, 1, 100, 1, 100]),
        ],
        "generated": [
            case(some(8, 1, 100)),
            case(some(8, 1, 10)),
            case(sorted(some(8, 1, 100), reverse=True)),
            case(some(7, 50, 100)),
            case(some(8, 1, 100)),
        ],
    }
