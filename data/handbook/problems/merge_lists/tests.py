"""Inputs of merge_lists: one list, empty lists, equal numbers, one list behind another, lists of one, many lists."""


def case(lists):
    return f"{len(lists)}\n" + "".join(" ".join(map(str, [len(a), *a])) + "\n" for a in lists)


def cases(rng):
    def some(n, top):
        return sorted(rng.randint(0, top) for _ in range(n))

    return {
        "public": [case([[1, 4, 5], [1, 3, 4], [2, 6]]), case([[7]])],
        "private": [
            case([[], [], [3]]),
            case([[0, 500], [], [10, 10, 10]]),
            case([[5, 6, 7], [3, 4], [1, 2]]),
            case([[9], [8], [7], [8], [9], [0]]),
            case([[100, 300], [20, 100, 250]]),
        ],
        "generated": [
            case([some(rng.randint(0, 30), 500) for _ in range(19)]),
            case([some(40, 500) for _ in range(7)]),
            case([some(15, 6) for _ in range(20)]),
            case([some(rng.randint(0, 2), 500) for _ in range(20)]),
        ],
    }
