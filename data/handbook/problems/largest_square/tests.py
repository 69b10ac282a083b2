"""Inputs of largest_square: one cell, one row, one column, all good, all stony, squares at the edges and with one stone inside."""


def case(rows):
    return f"{len(rows)} {len(rows[0])}\n" + "".join("".join(map(str, row)) + "\n" for row in rows)


def cases(rng):
    def field(h, w, density):
        return [[int(rng.random() < density) for _ in range(w)] for _ in range(h)]

    def lay(rows, top, left, side):
        for i in range(top, top + side):
            for j in range(left, left + side):
                rows[i][j] = 1
        return rows

    holed = lay(field(18, 20, 0.3), 5, 6, 9)
    holed[8][11] = 0
    corner = lay(field(20, 16, 0.5), 13, 9, 7)
    stones = field(20, 20, 1)
    for i, j in ((3, 4), (9, 15), (12, 6), (17, 17), (18, 1)):
        stones[i][j] = 0
    return {
        "public": [case(["0110", "1111", "1111", "0111", "0011"]), case(["101", "010"])],
        "private": [
            case(["0"]),
            case(["001101"]),
            case(["0", "1", "1", "0"]),
            case(["1" * 20] * 20),
            case(["11111", "10001", "10001", "10001", "11111"]),
        ],
        "generated": [
            case(holed),
            case(corner),
            case(stones),
            case(field(20, 20, 0.85)),
            case(field(9, 20, 0.93)),
            case(field(20, 13, 0.6)),
        ],
    }
