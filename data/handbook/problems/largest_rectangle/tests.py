"""Inputs of largest_rectangle: nothing built, stairs, equal heights, a gap, a hill and a valley."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return case([rng.randint(0, top) for _ in range(n)])

    return {
        "public": [case([2, 1, 5, 6, 2, 3]), case([2, 4])],
        "private": [
            case([0]),
            case([0, 0, 0]),
            case([7, 7, 7, 7]),
            case([1, 2, 3, 4, 5, 6]),
            case([6, 5, 4, 3, 2, 1]),
            case([5, 5, 0, 9, 1]),
        ],
        "generated": [some(150, 1000), some(150, 4), case(list(range(1, 75)) + list(range(75, 0, -1))), some(149, 40)],
    }
