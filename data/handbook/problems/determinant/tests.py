"""Inputs of determinant: one number, singular matrices, zeros on the diagonal, exchanged rows, full matrices."""


def case(rows):
    return f"{len(rows)}\n" + "".join(" ".join(map(str, row)) + "\n" for row in rows)


def cases(rng):
    def some(n, top):
        return [[rng.randint(-top, top) for _ in range(n)] for _ in range(n)]

    dependent = some(5, 6)
    dependent[3] = [a - b for a, b in zip(dependent[0], dependent[1])]
    return {
        "public": [case([[1, 2], [3, 4]]), case([[2, 0, 1], [0, 3, 0], [1, 0, 2]])],
        "private": [
            case([[-7]]),
            case([[0]]),
            case([[0, 1], [1, 0]]),
            case([[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 1, 0, 0]]),
            case([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
            case([[0, 2, 0], [0, 0, 3], [4, 0, 0]]),
        ],
        "generated": [case(some(6, 20)), case(some(6, 2)), case(some(5, 20)), case(dependent)],
    }
