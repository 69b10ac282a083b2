"""Inputs of stone_game: the empty pile, moves without 1, moves above every pile, moves in falling order, the classic 1, 2, 3."""


def case(moves, piles):
    return f"{len(moves)} {len(piles)}\n{' '.join(map(str, moves))}\n{' '.join(map(str, piles))}\n"


def cases(rng):
    def game(low, high, k, q):
        return case(rng.sample(range(low, high + 1), k), [rng.randint(max(1, low), 20) for _ in range(q)])

    return {
        "public": [case([1, 2, 3], [1, 4, 7, 8]), case([3, 1, 4], [0, 2, 5, 6, 9])],
        "private": [
            case([1], [0, 1, 2, 19, 20]),
            case([25, 30], [0, 20]),
            case([4, 2], [1, 2, 3, 5, 6, 7, 12, 13]),
            case([20], [19, 20]),
            case([6, 5, 4, 3, 2, 1], [14, 6, 7, 20]),
        ],
        "generated": [
            game(1, 8, 3, 6),
            game(2, 10, 4, 8),
            game(1, 30, 6, 8),
            game(3, 12, 5, 8),
            case(rng.sample([1, 4, 9, 16], 4), [20, 17, 15, 12, 10, 7, 5, 2]),
            case(rng.sample([1, 5, 6, 11], 4), rng.sample(range(21), 8)),
        ],
    }
