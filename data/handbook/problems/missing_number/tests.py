"""Inputs of missing_number: zero missing, n missing, sorted, reversed and shuffled."""


def cases(rng):
    def case(n, gone, order=sorted):
        return f"{n}\n{' '.join(map(str, order(x for x in range(n + 1) if x != gone)))}\n"

    def shuffled(numbers):
        return sorted(numbers, key=lambda _: rng.random())

    return {
        "public": [case(3, 2, shuffled), case(1, 0)],
        "private": [
            case(1, 1),
            case(5, 0),
            case(5, 5),
            case(8, 0, shuffled),
            case(8, 8, shuffled),
            case(9, 4, lambda numbers: sorted(numbers, reverse=True)),
        ],
        "generated": [case(600, 0, shuffled), case(600, 600, shuffled), case(600, 255, shuffled), case(511, 256, shuffled)],
    }
