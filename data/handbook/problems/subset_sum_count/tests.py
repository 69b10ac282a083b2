"""Inputs of subset_sum_count: the empty subset, weights of zero, equal weights, sums out of reach."""


def case(s, a):
    return f"{len(a)} {s}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(0, top) for _ in range(n)]

    heavy = some(13, 100)
    return {
        "public": [case(5, [1, 2, 3, 4]), case(7, [2, 4, 6])],
        "private": [case(0, [5]), case(0, [0, 0, 0]), case(3, [3]), case(4, [2, 2, 2, 2, 0]), case(1000, [100, 100])],
        "generated": [case(30, some(13, 10)), case(300, heavy), case(sum(heavy), heavy), case(10, some(12, 3))],
    }
