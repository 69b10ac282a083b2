"""Inputs of first_duplicate: no duplicate, all equal, the first value repeated last, duplicates late and early."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def permutation(n):
        return rng.sample(range(1, n + 1), n)

    late = permutation(200)
    late[199] = late[0]
    last_third = permutation(180)
    last_third[120:] = rng.sample(last_third[:120], 60)
    return {
        "public": [case([2, 3, 3, 1, 2]), case([2, 1, 3])],
        "private": [
            case([1]),
            case([1, 1]),
            case([4, 2, 1, 2, 4]),
            case([3, 3, 3, 3, 3]),
            case([6, 5, 4, 1, 2, 6, 1]),
        ],
        "generated": [
            case(permutation(200)),
            case(late),
            case(last_third),
            case([rng.randint(1, 200) for _ in range(200)]),
        ],
    }
