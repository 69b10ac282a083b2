"""Inputs of permutation_rank: one number, the first and the last permutation, neighbours in the list, random ones."""


def case(p):
    return f"{len(p)}\n{' '.join(map(str, p))}\n"


def cases(rng):
    def some(n):
        return case(rng.sample(range(1, n + 1), n))

    return {
        "public": [case([2, 1, 3]), case([1, 3, 2, 4])],
        "private": [
            case([1]),
            case([1, 2, 3, 4, 5]),
            case([4, 3, 2, 1]),
            case([3, 4, 1, 2]),
            case([2, 5, 4, 3, 1]),
            case([3, 1, 2, 4, 5]),
        ],
        "generated": [some(6), some(7), case([7, 6, 5, 4, 3, 2, 1]), case([5, 1, 7, 2, 6, 3, 4])],
    }
