"""Inputs of rotate_search: one and two numbers, not rotated, rotated by one, first and last number asked for."""


def case(a, queries):
    return f"{len(a)} {len(queries)}\n{' '.join(map(str, a))}\n{' '.join(map(str, queries))}\n"


def cases(rng):
    def rotated(n, shift, low, high):
        a = sorted(rng.sample(range(low, high + 1), n))
        return a[shift:] + a[:shift]

    def asked(a, q, low, high):
        return [rng.choice(a) if rng.random() < 0.6 else rng.randint(low, high) for _ in range(q)]

    def random_case(n, q, shift, low, high):
        a = rotated(n, shift, low, high)
        return case(a, asked(a, q, low, high))

    return {
        "public": [case([4, 5, 6, 7, 0, 1, 2], [0, 3, 4]), case([1, 3], [3, 1, 2])],
        "private": [
            case([5], [5, 6, 4]),
            case([2, 1], [1, 2, 0, 3]),
            case([3, 1, 2], [3, 2, 1, 1]),
            case([-4, -2, 0, 2, 4], [-4, 4, -5, 5, 1, 0]),
            case([1, 2, 3, 4, 5, 0], [0, 1, 5, 6, -1]),
        ],
        "generated": [
            random_case(300, 150, 299, -(10**9), 10**9),
            random_case(300, 150, rng.randint(2, 298), -500, 500),
            random_case(200, 300, rng.randint(2, 198), -150, 150),
            random_case(150, 100, 0, -(10**9), 10**9),
        ],
    }
