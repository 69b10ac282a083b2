"""Inputs of pair_distance: two houses, all in one place, the first and last of all pairs, two clusters, even gaps."""


def case(k, positions):
    return f"{len(positions)} {k}\n" + " ".join(map(str, positions)) + "\n"


def cases(rng):
    def street(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    even = [25 * i for i in range(80)]
    rng.shuffle(even)
    clusters = street(40, 0, 60) + street(40, 1900, 2000)
    rng.shuffle(clusters)
    wide = street(80, 0, 2000)
    return {
        "public": [case(3, [7, 1, 4, 13]), case(2, [5, 1, 5, 2, 5])],
        "private": [
            case(1, [2000, 0]),
            case(10, [8, 8, 8, 8, 8]),
            case(1, [900, 30, 412, 77, 1999, 640]),
            case(15, [900, 30, 412, 77, 1999, 640]),
            case(4, [3, 3, 9, 9]),
        ],
        "generated": [
            case(1581, clusters),
            case(rng.randint(1000, 2500), even),
            case(rng.randint(100, 900), wide),
            case(3000, street(80, 0, 2000)),
            case(rng.randint(400, 900), street(60, 0, 25)),
        ],
    }
