"""Inputs of range_minimum: one day, all days alike, rising, falling, all ranges of a short record, only positive or negative values."""


def case(a, queries):
    head = f"{len(a)} {len(queries)}\n" + " ".join(map(str, a)) + "\n"
    return head + "".join(f"{l} {r}\n" for l, r in queries)


def cases(rng):
    def ranges(n, q, longest=None):
        out = []
        for _ in range(q):
            length = rng.randint(1, min(n, longest or n))
            l = rng.randint(1, n - length + 1)
            out.append((l, l + length - 1))
        return out

    def values(n, low, high):
        return [rng.randint(low, high) for _ in range(n)]

    every = [(l, r) for l in range(1, 14) for r in range(l, 14)]
    rising = sorted(values(100, -1000, 1000))
    return {
        "public": [
            case([4, -2, 7, 7, 0, 3], [(1, 6), (3, 4), (5, 5), (3, 6)]),
            case([5, 3, 8], [(1, 1), (2, 3), (1, 3)]),
        ],
        "private": [
            case([-1000], [(1, 1)]),
            case([6] * 17, ranges(17, 20)),
            case([9, 4, 11, 2, 15, 6, 13, 8, 1, 10, 3, 12, 7], every),
            case(rising, ranges(100, 80)),
            case(rising[::-1], ranges(100, 80)),
        ],
        "generated": [
            case(values(300, -1000, 1000), ranges(300, 240)),
            case(values(300, 900, 1000), ranges(300, 240, 30)),
            case(values(256, -999, -1), ranges(256, 240)),
            case(values(255, -3, 3), [(1, 255), (255, 255), (128, 129)] + ranges(255, 200, 9)),
            case([abs(i - 150) for i in range(299)], ranges(299, 240)),
        ],
    }
