"""Inputs of next_greater: rising, falling, equal numbers, saw teeth, one number."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    return {
        "public": [case([2, 1, 2, 4, 3]), case([5, 4, 3])],
        "private": [
            case([0]),
            case([7, 7, 7]),
            case([1, 2, 3, 4]),
            case([3, 1, 3, 2, 3, 4]),
            case([10**9, 0, 10**9]),
        ],
        "generated": [
            case([rng.randint(0, 10**9) for _ in range(300)]),
            case([rng.randint(0, 5) for _ in range(300)]),
            case(list(range(250, 0, -1)) + [200]),
            case([x for k in range(100) for x in (1000 - k, k, 500)]),
        ],
    }
