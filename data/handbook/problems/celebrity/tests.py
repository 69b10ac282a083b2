"""Inputs of celebrity: alone, first and last of all, known to all but one, knowing one person, the diagonal set."""


def case(rows):
    return f"{len(rows)}\n" + "".join(" ".join(map(str, row)) + "\n" for row in rows)


def cases(rng):
    def party(n, density, star=None):
        rows = [[int(rng.random() < density) for _ in range(n)] for _ in range(n)]
        if star is not None:
            for i in range(n):
                rows[i][star] = 1
            rows[star] = [0] * n
            rows[star][star] = rng.randint(0, 1)
        return rows

    spoiled = party(20, 0.5, 7)
    spoiled[13][7] = 0
    talkative = party(20, 0.6, 11)
    talkative[11][3] = 1
    return {
        "public": [case([[0, 1, 0], [0, 0, 0], [1, 1, 1]]), case([[0, 1], [1, 0]])],
        "private": [
            case([[1]]),
            case([[0, 0], [0, 0]]),
            case([[1, 0, 0], [1, 1, 0], [1, 0, 1]]),
            case([[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]]),
        ],
        "generated": [
            case(spoiled),
            case(talkative),
            case(party(40, 0.5, 17)),
            case(party(40, 0.9, 39)),
            case(party(40, 0.05)),
            case(party(30, 0.1, 0)),
        ],
    }
