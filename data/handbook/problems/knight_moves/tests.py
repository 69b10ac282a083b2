"""Inputs of knight_moves: already there, boards too small, squares side by side, corners, long ways."""


def case(n, start, goal):
    return f"{n}\n{start[0]} {start[1]}\n{goal[0]} {goal[1]}\n"


def cases(rng):
    def some(n):
        return case(n, *((rng.randint(1, n), rng.randint(1, n)) for _ in range(2)))

    return {
        "public": [case(8, (1, 1), (2, 3)), case(3, (1, 1), (2, 2))],
        "private": [
            case(1, (1, 1), (1, 1)),
            case(2, (1, 1), (2, 2)),
            case(3, (3, 1), (3, 2)),
            case(4, (1, 1), (2, 2)),
            case(8, (1, 1), (2, 2)),
            case(5, (3, 3), (3, 4)),
        ],
        "generated": [case(8, (1, 1), (8, 8)), case(8, (8, 1), (7, 6)), some(8), some(7)],
    }
