"""Inputs of non_adjacent_sum: one house, all losses, zeros, gaps of two in the best choice, equal worths, the greatest in the middle."""


def case(values):
    return f"{len(values)}\n{' '.join(map(str, values))}\n"


def cases(rng):
    def row(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    # every third house is worth much, so the best choice leaves gaps of two
    thirds = [rng.randint(700, 1000) if i % 3 == 0 else rng.randint(1, 60) for i in range(14)]
    hills = [rng.randint(300, 400) + (250 if i % 4 == 1 else 0) for i in range(15)]
    return {
        "public": [case([2, 7, 9, 3, 1]), case([10, 1, 1, 10, -5])],
        "private": [
            case([42]),
            case([-3]),
            case([-5, -1, -9, -1000]),
            case([0, 0, -1, 0]),
            case([4, 5, 4]),
        ],
        "generated": [
            case(row(15, 1, 1000)),
            case(row(15, -1000, 1000)),
            case(thirds),
            case(hills),
            case([7] * 15),
            case(row(14, -50, 10)),
        ],
    }
