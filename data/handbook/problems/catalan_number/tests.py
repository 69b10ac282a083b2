"""Inputs of catalan_number: no key, one key, modulus 1, moduli that divide the number or n + 1, the full number, random moduli."""


def case(n, m):
    return f"{n} {m}\n"


def cases(rng):
    return {
        "public": [case(3, 100), case(5, 10)],
        "private": [
            case(0, 7),
            case(0, 1),
            case(1, 1000),
            case(7, 8),
            case(8, 1430),
            case(11, 10**9),
        ],
        "generated": [
            case(2, rng.randint(3, 10**6)),
            case(6, rng.randint(2, 131)),
            case(9, rng.randint(5000, 10**9)),
            case(10, 11 * rng.randint(2, 1000)),
            case(11, rng.randint(2, 50000)),
        ],
    }
