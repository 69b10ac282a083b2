"""Inputs of bracket_sequences: no pairs, modulus one, moduli that divide the factors of the formula, no reduction."""


def case(n, m):
    return f"{n} {m}\n"


def cases(rng):
    return {
        "public": [case(4, 10), case(2, 100)],
        "private": [case(0, 7), case(0, 1), case(1, 1), case(3, 4), case(5, 6), case(6, 7)],
        "generated": [case(9, 10000), case(9, 10), case(8, 9), case(7, rng.randint(2, 400))],
    }
