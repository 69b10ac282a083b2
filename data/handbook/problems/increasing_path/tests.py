"""Inputs of increasing_path: one cell, one row, one column, a flat grid, a snake, a slope, random heights, few different heights."""


def case(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "".join(" ".join(map(str, row)) + "\n" for row in rows)


def cases(rng):
    def heights(r, c, top):
        return [[rng.randint(0, top) for _ in range(c)] for _ in range(r)]

    snake = [list(range(6 * i, 6 * i + 6))[:: -1 if i % 2 else 1] for i in range(5)]
    slope = [[10 - i - j for j in range(6)] for i in range(6)]
    bumpy = [[8 * (i + j) + rng.randint(0, 12) for j in range(6)] for i in range(6)]
    return {
        "public": [case([[9, 9, 4], [6, 6, 8], [2, 1, 1]]), case([[3, 4, 5], [3, 2, 6], [2, 2, 1]])],
        "private": [
            case([[0]]),
            case([[7] * 4] * 3),
            case([[5, 4, 4, 3, 1, 2]]),
            case([[1], [2], [3], [3], [9], [8]]),
            case(snake),
        ],
        "generated": [
            case(slope),
            case(bumpy),
            case(heights(6, 6, 99)),
            case(heights(6, 6, 4)),
            case(heights(3, 6, 30)),
        ],
    }
