"""Inputs of jump_game: one stone, stuck at once, a wall of zeros, jumps past the end, the longest jump is a trap."""


def case(a):
    return f"{len(a)}\n{' '.join(map(str, a))}\n"


def cases(rng):
    def stones(n, most, zeros=0.0):
        return [0 if rng.random() < zeros else rng.randint(1, most) for _ in range(n)]

    walled = stones(200, 5)
    walled[120:126] = [0] * 6
    return {
        "public": [case([2, 3, 1, 1, 4]), case([3, 2, 1, 0, 4])],
        "private": [
            case([0]),
            case([0, 3]),
            case([1, 250]),
            case([4, 1, 5, 1, 0, 0, 0, 2]),
            case([1] * 250),
            case([250] * 250),
        ],
        "generated": [
            case(stones(250, 3)),
            case(stones(250, 12, 0.4)),
            case(walled),
            case(stones(249, 40, 0.7)),
            case([2] + stones(180, 6, 0.3)),
        ],
    }
