"""Inputs of convex_hull: one point many times, points of a line (level, upright, slanting), points on the sides, a circle."""


def case(points):
    return f"{len(points)}\n" + "".join(f"{x} {y}\n" for x, y in points)


def cases(rng):
    def cloud(n, size):
        return [(rng.randint(-size, size), rng.randint(-size, size)) for _ in range(n)]

    def mixed(points):
        points = list(points)
        rng.shuffle(points)
        return points

    circle = [(x, y) for x in range(-65, 66) for y in range(-65, 66) if x * x + y * y == 65 * 65]
    parabola = [(x, x * x) for x in range(-25, 25)]
    square = [(x, y) for x in range(7) for y in range(7)]
    triangle = [(0, 0), (30, 0), (0, 30)] + [(i, 30 - i) for i in range(2, 30, 3)] + [(i, 0) for i in range(3, 30, 4)]
    return {
        "public": [
            case([(0, 0), (4, 0), (4, 3), (0, 3), (2, 1), (2, 0)]),
            case([(1, 1), (3, 3), (2, 2)]),
        ],
        "private": [
            case([(-7, 5)]),
            case([(2, 3)] * 4),
            case([(5, -2), (5, 9), (5, 9), (5, 0), (5, 4)]),
            case([(1000, -1000), (-1000, 1000), (0, 0), (1000, 1000), (-1000, -1000)]),
            case([(0, 0), (0, 0), (3, 0), (3, 0), (0, 4), (0, 4), (0, 2)]),
        ],
        "generated": [
            case(mixed(circle)),
            case(mixed(parabola)),
            case(mixed(square)),
            case(mixed(triangle + triangle[:5])),
            case(cloud(50, 1000)),
            case(cloud(50, 4)),
        ],
    }
