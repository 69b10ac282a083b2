"""Inputs of dice_sums: one die with one face, sums too small and too large, the greatest sum, many small and few large dice."""


def case(n, k, s):
    return f"{n} {k} {s}\n"


def cases(rng):
    return {
        "public": [case(2, 6, 7), case(3, 4, 8)],
        "private": [
            case(1, 1, 1),
            case(3, 6, 2),
            case(4, 6, 24),
            case(20, 1, 20),
            case(3, 6, 19),
        ],
        "generated": [
            case(5, 7, rng.randint(17, 24)),
            case(4, 11, rng.randint(19, 30)),
            case(3, 20, rng.randint(25, 45)),
            case(9, 3, rng.randint(15, 21)),
            case(14, 2, rng.randint(18, 24)),
        ],
    }
