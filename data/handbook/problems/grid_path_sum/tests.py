"""Inputs of grid_path_sum: one block, one row, one column, all free, a detour upwards that would pay, ties, full size."""


def case(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "".join(" ".join(map(str, row)) + "\n" for row in rows)


def cases(rng):
    def grid(h, w, low=0, high=99):
        return [[rng.randint(low, high) for _ in range(w)] for _ in range(h)]

    # a cheap snake that a walker in all four directions could use
    snake = [[90] * 7 for _ in range(7)]
    for r in range(7):
        for c in range(7):
            if c % 2 == 0 or r == (6 if c % 4 == 1 else 0):
                snake[r][c] = rng.randint(0, 2)
    # cheap at first along the top, dear at the end
    trap = grid(6, 8, 10, 30)
    trap[0] = [1] * 7 + [99]
    for r in range(1, 6):
        trap[r][7] = 99
    return {
        "public": [case([[1, 3, 1], [1, 5, 1], [4, 2, 1]]), case([[1, 2], [3, 4], [5, 6]])],
        "private": [
            case([[7]]),
            case([[3, 0, 99, 1, 5, 2, 8, 4]]),
            case([[9], [0], [4], [99], [1]]),
            case([[0] * 5 for _ in range(4)]),
            case([[1, 9, 1, 1], [1, 9, 1, 1], [1, 1, 1, 90], [90, 90, 90, 1]]),
        ],
        "generated": [
            case(grid(8, 8)),
            case(grid(8, 8, 0, 3)),
            case(snake),
            case(trap),
            case(grid(3, 8)),
            case(grid(8, 5, 50, 99)),
        ],
    }
