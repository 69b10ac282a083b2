"""Inputs of longest_consecutive_run: one value, all equal, a run across 0, the run at either end of the values, repeats within the run."""


def case(values):
    return f"{len(values)}\n{' '.join(map(str, values))}\n"


def cases(rng):
    def shuffled(values):
        values = list(values)
        rng.shuffle(values)
        return values

    several = [*range(-60, -35), *range(100, 131), *range(133, 160), 132, 400, 402, 404]
    return {
        "public": [case([100, 4, 200, 1, 3, 2]), case([7, 5, 6, 6, 9, 5, 10])],
        "private": [
            case([0]),
            case([-8, -8, -8]),
            case([2, -1, 1, 0, -2, 0, 5]),
            case([500, 498, 499, -500, -499, 0]),
            case([-498, 3, -500, 4, -499]),
        ],
        "generated": [
            case(shuffled(range(-59, 61))),
            case(shuffled(several)),
            case([rng.randint(-90, 90) for _ in range(120)]),
            case([rng.randint(-500, 500) for _ in range(100)]),
            case([rng.randint(1, 30) for _ in range(120)]),
            case(shuffled(range(-500, 500, 9))),
        ],
    }
