"""Inputs of longest_increasing_subsequence: few increasing subsequences first, then very many."""


def case(numbers):
    return f"{len(numbers)}\n{' '.join(map(str, numbers))}\n"


def cases(rng):
    def noise(n, top):
        return [rng.randint(-top, top) for _ in range(n)]

    # Every run of 50 falls, and the runs rise: the answer is the number of runs.
    saw = [50 * (i // 50) + 49 - i % 50 for i in range(1300)]
    return {
        "public": [
            case([10, 9, 2, 5, 3, 7, 101, 18]),
            case([0, 1, 0, 3, 2, 3]),
        ],
        "private": [
            case([1]),
            case([1, 2]),
            case([2, 1]),
            case([-1, -2, -3]),
            case([-3, -2, -1]),
            case([1, 2, 3, 4, 5, 6]),
            case([7, 7, 7, 7]),
            case([1, 1, 2, 2, 3, 3]),
            case([1_000_000_000, -1_000_000_000, 0]),
            case([5, 6, 7, 1, 2, 3, 4]),
        ],
        "generated": [
            *(case(noise(n, 20)) for n in (6, 10, 12, 14)),
            case([3] * 200),
            case(list(range(200, 0, -1))),
            case(noise(1300, 1_000_000_000)),
            case(list(range(-650, 650))),
            case(list(range(1300, 0, -1))),
            case(noise(1300, 20)),
            case(saw),
            case([5] * 1300),
        ],
    }
