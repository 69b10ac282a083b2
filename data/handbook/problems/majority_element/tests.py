"""Inputs of majority_element: exactly half, one more than half, one number, a majority spread out or in one block."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def mixed(n, share, value):
        a = [value] * share + [rng.randint(0, 1000000) for _ in range(n - share)]
        rng.shuffle(a)
        return case(a)

    return {
        "public": [case([3, 1, 3]), case([1, 2, 1, 2])],
        "private": [
            case([0]),
            case([5, 6]),
            case([7, 7]),
            case([2, 2, 2, 3, 3]),
            case([1, 2, 3, 4, 5]),
            case([9, 9, 4, 4, 8]),
        ],
        "generated": [
            mixed(301, 151, 0),
            mixed(300, 150, 77),
            mixed(500, 251, 1000000),
            mixed(500, 170, 524288),
        ],
    }
