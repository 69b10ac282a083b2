"""Inputs of prime_count: both ends prime or not, ranges without a prime, then the whole range."""


def case(a, b):
    return f"{a} {b}\n"


def cases(rng):
    def pair(top):
        return case(*sorted((rng.randint(2, top), rng.randint(2, top))))

    return {
        "public": [case(3, 10), case(20, 30)],
        "private": [
            case(2, 2),
            case(2, 3),
            case(4, 4),
            case(9, 9),
            case(14, 16),
            case(90, 97),
            case(1, 1),
            case(1, 10),
            case(0, 0),
            case(0, 1),
            case(0, 2),
        ],
        "generated": [
            *(pair(top) for top in (30, 100, 400, 1000)),
            case(0, 1000),
            case(114, 126),
            case(841, 961),
            case(1000, 2000),
            case(0, 200000),
            case(1, 199999),
            case(199999, 199999),
            case(199970, 200000),
            case(90001, 180001),
            case(100000, 200000),
            case(31397, 31468),
        ],
    }
