"""Inputs of max_overlap: one visitor, visits of one minute, visits that touch, equal visits, nested visits, the last minute."""


def case(visits):
    return f"{len(visits)}\n" + "".join(f"{a} {b}\n" for a, b in visits)


def cases(rng):
    def visits(n, longest, top=500):
        rows = []
        for _ in range(n):
            a = rng.randint(0, top)
            rows.append((a, min(top, a + rng.randint(0, longest))))
        return rows

    nested = [(i, 500 - i) for i in range(0, 240, 4)]
    rng.shuffle(nested)
    return {
        "public": [case([(1, 5), (2, 3), (4, 8), (5, 6)]), case([(10, 20), (0, 9), (30, 40)])],
        "private": [
            case([(0, 0)]),
            case([(0, 500), (500, 500), (499, 500), (3, 4)]),
            case([(3, 7), (7, 9), (9, 12), (12, 12)]),
            case([(5, 5), (5, 5), (5, 5), (6, 6)]),
            case([(1, 100), (2, 3), (5, 6), (8, 9), (11, 12)]),
        ],
        "generated": [
            case(visits(100, 30)),
            case(visits(100, 400)),
            case(visits(100, 3, 60)),
            case(visits(40, 0, 20)),
            case(nested),
        ],
    }
