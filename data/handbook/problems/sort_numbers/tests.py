"""Inputs of sort_numbers: one number, sorted, reversed, equal numbers, numbers of different lengths."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(0, top) for _ in range(n)]

    return {
        "public": [case([3, 1, 2]), case([5, 5, 1])],
        "private": [
            case([0]),
            case([2, 1]),
            case([10, 9, 100, 1000, 1]),
            case([1, 2, 3, 4, 5]),
            case([7, 7, 7, 7]),
            case([1000, 0, 1000, 0]),
        ],
        "generated": [case(some(200, 1000)), case(some(199, 9)), case(list(range(200, 0, -1)))],
    }
