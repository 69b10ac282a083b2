"""Inputs of grid_shortest_path: tiny grids, then mazes with few ways, then wide open grids."""


def case(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "".join(row + "\n" for row in rows)


def open_grid(height, width, start, target):
    return with_ends([["."] * width for _ in range(height)], start, target)


def with_ends(cells, start, target):
    cells[start[0]][start[1]] = "S"
    cells[target[0]][target[1]] = "T"
    return ["".join(row) for row in cells]


def snake(height, width):
    """One corridor that goes to and fro: row 0, then down at the right, row 2, down at the left, and so on."""
    cells = [["." if i % 2 == 0 else "#"] * width for i in range(height)]
    for i in range(1, height, 2):
        cells[i][-1 if i % 4 == 1 else 0] = "."
    last = height - 1 if height % 2 else height - 2
    return with_ends(cells, (0, 0), (last, width - 1 if last % 4 == 0 else 0))


def turned(rows):
    return ["".join(column) for column in zip(*rows)]


def cases(rng):
    def noise(height, width, walls, start, target):
        cells = [["#" if rng.random() < walls else "." for _ in range(width)] for _ in range(height)]
        return with_ends(cells, start, target)

    closed = open_grid(70, 70, (0, 0), (69, 69))
    closed[35] = "#" * 70
    return {
        "public": [
            case(["S.#", "..T"]),
            case(["S.#.", ".##.", "...T"]),
            case(["S..#.", "##.#.", "...#.", ".###.", "....T"]),
        ],
        "private": [
            case(["ST"]),
            case(["S", "T"]),
            case(["T..S"]),
            case(["S...", "###.", "T..."]),
            case(["T#S", ".#.", "..."]),
            case(["S#T"]),
            case(["S#.", "##.", "..T"]),
            case([".#.", "#S#", ".#T"]),
        ],
        "generated": [
            *(case(noise(4, 5, 0.2, (0, 0), (3, 4))) for _ in range(3)),
            *(case(noise(5, 4, 0.3, (4, 3), (0, 1))) for _ in range(2)),
            case(snake(9, 9)),
            case(noise(12, 12, 0.6, (0, 0), (11, 11))),
            case(open_grid(70, 70, (0, 0), (69, 69))),
            case(open_grid(70, 70, (69, 0), (0, 69))),
            case(open_grid(70, 70, (35, 35), (35, 36))),
            case(closed),
            case(snake(69, 70)),
            case(turned(snake(69, 70))),
            case(noise(70, 70, 0.25, (0, 0), (69, 69))),
            case(noise(70, 70, 0.35, (3, 60), (66, 5))),
            case(open_grid(1, 70, (0, 69), (0, 0))),
        ],
    }
