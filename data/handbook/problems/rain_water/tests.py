"""Inputs of rain_water: nothing stays, one basin, basins in basins, plateaus, floods at the edges."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def some(n, top):
        return [rng.randint(0, top) for _ in range(n)]

    return {
        "public": [case([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1]), case([3, 2, 1])],
        "private": [
            case([5]),
            case([4, 4]),
            case([5, 0, 5]),
            case([2, 0, 2, 0, 3, 0, 1]),
            case([5, 2, 1, 2, 1, 5]),
            case([0, 0, 0, 7, 0, 0]),
        ],
        "generated": [case(some(250, 500)), case(some(250, 3)), case(list(range(120, 0, -1)) + list(range(1, 100)))],
    }
