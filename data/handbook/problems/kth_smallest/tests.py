"""Inputs of kth_smallest: small numbers first, then one big number, many equal ones, and long lists."""


def case(k, numbers):
    return f"{len(numbers)} {k}\n{' '.join(map(str, numbers))}\n"


def cases(rng):
    def noise(n, top):
        return case(rng.randint(1, n), [rng.randint(0, top) for _ in range(n)])

    return {
        "public": [
            case(3, [7, 10, 4, 3, 20, 15]),
            case(2, [1, 1, 5]),
        ],
        "private": [
            case(1, [0]),
            case(1, [2, 1]),
            case(2, [2, 1]),
            case(3, [5, 5, 5, 5]),
            case(4, [1, 2, 3, 4]),
            case(1, [9, 8, 7]),
            case(2, [0, 0]),
            case(5, [3, 1, 3, 1, 2]),
        ],
        "generated": [
            *(noise(n, 50) for n in (5, 20, 100)),
            *(noise(n, 1000) for n in (30, 150)),
            case(150, [8] * 150),
            case(1, list(range(150))),
            case(150, list(range(150, 0, -1))),
            case(1, [25000000, 5000000, 24999999]),
            case(1500, [6] * 3000),
            case(10000, list(range(20000, 0, -1))),
            noise(20000, 9),
            noise(8000, 25000000),
            case(20000, [rng.randint(0, 9999) for _ in range(20000)]),
            case(1, list(range(5000))),
        ],
    }
