"""Inputs of n_queens: one square, none left, boards without an answer, whole boards, one damaged square, a damaged row, random damage."""


def case(rows):
    return f"{len(rows)}\n" + "".join(row + "\n" for row in rows)


def cases(rng):
    def board(n, share):
        return ["".join("#" if rng.random() < share else "." for _ in range(n)) for _ in range(n)]

    def holes(n, squares):
        return ["".join("#" if (i, j) in squares else "." for j in range(n)) for i in range(n)]

    return {
        "public": [case(holes(4, {(0, 1)})), case(holes(5, set()))],
        "private": [
            case(["."]),
            case(["#"]),
            case(holes(3, set())),
            case(holes(6, set())),
            case(holes(6, {(3, j) for j in range(6)})),
        ],
        "generated": [
            case(holes(7, set())),
            case(board(7, 0.1)),
            case(board(7, 0.2)),
            case(board(6, 0.1)),
            case(holes(7, {(rng.randrange(7), rng.randrange(7))})),
            case(holes(5, {(rng.randrange(5), rng.randrange(1, 5))})),
        ],
    }
