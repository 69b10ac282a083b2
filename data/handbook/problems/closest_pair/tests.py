"""Inputs of closest_pair: different points first, then points that coincide, then many."""


def case(points):
    return f"{len(points)}\n" + "".join(f"{x} {y}\n" for x, y in points)


def cases(rng):
    def noise(n, top):
        return [(rng.randint(-top, top), rng.randint(-top, top)) for _ in range(n)]

    def grid(width, step):
        points = [(step * x, step * y) for x in range(width) for y in range(width)]
        rng.shuffle(points)
        return points

    return {
        "public": [
            case([(0, 0), (10, 10), (3, 4), (20, 0)]),
            case([(1, 1), (2, 3)]),
        ],
        "private": [
            case([(0, 0), (0, 7)]),
            case([(-100000, -100000), (100000, 100000)]),
            case([(0, 0), (4, 0), (9, 0)]),
            case([(0, 0), (0, 4), (0, 9), (0, 15)]),
            case([(0, 0), (5, 5), (10, 0), (7, 0)]),
            case([(0, 0), (1, 100), (2, -100), (3, 5)]),
            case([(5, 5), (5, 5)]),
            case([(0, 0), (3, 3), (9, 9), (3, 3)]),
        ],
        "generated": [
            *(case(noise(n, top)) for n, top in ((3, 10), (10, 100), (40, 1000), (100, 100000))),
            case(grid(8, 11)),
            case([(x, 2 * x) for x in range(0, 500, 5)]),
            case([(0, 13 * y * y) for y in range(80)]),
            case([(4, 4)] * 60),
            case(noise(100, 3)),
            case(noise(1800, 100000)),
            case(noise(12000, 100000)),
            case(grid(54, 30)),
            case([(x, x * x % 9973 * 10) for x in range(-50000, 50000, 37)]),
            case([(7, 90 * y) for y in range(-400, 400)]),
        ],
    }
