"""Inputs of minimum_swaps: one number, sorted, backwards, one long cycle, several cycles, negative numbers."""


def case(row):
    return f"{len(row)}\n{' '.join(map(str, row))}\n"


def cases(rng):
    def arrangement(places):
        values = sorted(rng.sample(range(-1000, 1001), len(places)))
        return case([values[p] for p in places])

    def shuffled(n):
        return rng.sample(range(n), n)

    return {
        "public": [case([4, 3, 1, 2]), case([10, 19, 6, 3, 5])],
        "private": [
            case([-7]),
            case([-5, 0, 2, 8, 11]),
            case([7, 6, 5, 4, 3, 2, 1]),
            case([900, -1000]),
            case([2, 3, 4, 5, 6, 1]),
        ],
        "generated": [
            arrangement([1, 0, 3, 4, 2, 6, 5]),
            arrangement([5, 1, 0, 3, 2, 4]),
            arrangement([3, 4, 5, 6, 0, 2, 1]),
            arrangement(shuffled(7)),
            arrangement(shuffled(6)),
            arrangement(shuffled(5)),
        ],
    }
