"""Inputs of flood_islands: all water, all land, one row, one column, diagonals, rings, a spiral, a comb, noise."""


def case(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "".join(row + "\n" for row in rows)


def spiral(n):
    grid = [["."] * n for _ in range(n)]
    r = c = 0
    dr, dc = 0, 1
    while True:
        grid[r][c] = "#"
        for _ in range(2):
            x, y = r + dr, c + dc
            far_x, far_y = x + dr, y + dc
            free = 0 <= x < n and 0 <= y < n and grid[x][y] == "."
            if free and not (0 <= far_x < n and 0 <= far_y < n and grid[far_x][far_y] == "#"):
                break
            dr, dc = dc, -dr
        else:
            return ["".join(row) for row in grid]
        r, c = x, y


def cases(rng):
    def noise(r, c, density):
        return ["".join("#" if rng.random() < density else "." for _ in range(c)) for _ in range(r)]

    comb = ["#.#.#.#.#.#.#.#.#.#"] * 12 + ["#" * 19]
    chessboard = ["#.#.#.#.", ".#.#.#.#"] * 4
    rings = ["#######", "#.....#", "#.###.#", "#.#.#.#", "#.###.#", "#.....#", "#######"]
    return {
        "public": [case(["##..#", "#..##", "..#..", "#...#"]), case(["...", "..."])],
        "private": [
            case(["#"]),
            case(["####", "####"]),
            case(["##.#.###.#"]),
            case(["#", ".", "#", "#"]),
            case(rings),
            case(chessboard),
        ],
        "generated": [
            case(comb),
            case(spiral(20)),
            case(noise(20, 20, 0.6)),
            case(noise(20, 20, 0.4)),
        ],
    }
