"""Inputs of most_meetings: one meeting, one after the other, all at once, ends that meet starts, short and long ones."""


def case(meetings):
    return f"{len(meetings)}\n" + "".join(f"{s} {e}\n" for s, e in meetings)


def cases(rng):
    def some(n, longest):
        found = []
        for _ in range(n):
            s = rng.randint(0, 599)
            found.append((s, min(600, s + rng.randint(1, longest))))
        return found

    nested = [(i, 600 - i) for i in range(0, 200, 5)]
    rng.shuffle(nested)
    return {
        "public": [case([(0, 30), (5, 10), (15, 20)]), case([(7, 10), (2, 4)])],
        "private": [
            case([(0, 600)]),
            case([(1, 2), (2, 3), (3, 4)]),
            case([(5, 9), (5, 9), (5, 9), (9, 12), (9, 12)]),
            case([(10, 20), (0, 10), (0, 11), (19, 30), (20, 25)]),
            case([(0, 100), (10, 20), (30, 40), (50, 60)]),
        ],
        "generated": [
            case(nested),
            case(some(120, 60)),
            case(some(120, 400)),
            case(some(80, 5)),
            case([(i, i + 50) for i in range(0, 500, 25)]),
        ],
    }
