"""Inputs of best_xor_pair: two elements, equal ones, zeros, powers of two, small values, values with a common beginning."""


def case(values):
    return f"{len(values)}\n{' '.join(map(str, values))}\n"


def cases(rng):
    def some(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    return {
        "public": [case([3, 10, 5, 25, 2, 8]), case([6, 6])],
        "private": [
            case([0, 1023]),
            case([0] * 100),
            case([1 << i for i in range(10)]),
            case([512, 513, 515, 519, 640, 1000, 514]),
            case([4, 1, 5, 4, 1]),
        ],
        "generated": [
            case(some(150, 0, 1023)),
            case(some(12, 0, 1023)),
            case(some(30, 768, 831)),
            case([x & 0b1100110011 for x in some(60, 0, 1023)]),
            case([x * 37 % 1024 for x in some(25, 0, 20)]),
        ],
    }
