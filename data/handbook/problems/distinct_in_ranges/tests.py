"""Inputs of distinct_in_ranges: one number, all equal, all different, sorted blocks, repeated questions, large values."""


def case(values, questions):
    head = f"{len(values)} {len(questions)}\n{' '.join(map(str, values))}\n"
    return head + "".join(f"{l} {r}\n" for l, r in questions)


def cases(rng):
    def questions(n, q):
        pairs = (sorted((rng.randint(1, n), rng.randint(1, n))) for _ in range(q))
        return [tuple(pair) for pair in pairs]

    def values(n, top):
        return [rng.randint(1, top) for _ in range(n)]

    pool = [rng.randint(10**8, 10**9) for _ in range(25)]
    return {
        "public": [
            case([1, 2, 1, 3, 2], [(1, 3), (2, 4), (1, 5), (4, 4)]),
            case([7, 7, 9, 7], [(1, 2), (1, 4), (3, 4), (1, 4)]),
        ],
        "private": [
            case([1], [(1, 1)]),
            case([5] * 9, [(1, 9), (4, 7), (9, 9)]),
            case(list(range(12, 0, -1)), [(1, 12), (3, 8), (12, 12), (1, 1), (2, 3)]),
            case([1000000000, 1, 999999999, 1, 1000000000], [(2, 5), (1, 4), (2, 4), (1, 5)]),
            case([1, 1, 1, 2, 2, 3, 3, 3, 1, 1], [(1, 10), (2, 9), (4, 8), (3, 6), (1, 3), (6, 10)]),
        ],
        "generated": [
            case(values(200, 30), questions(200, 200)),
            case(values(200, 190), questions(200, 200)),
            case(rng.choices(pool, k=120), questions(120, 150)),
            case(values(200, 3), [(i, 200) for i in range(1, 101)] + [(1, i) for i in range(200, 100, -1)]),
            case([i % 17 + 1 for i in range(150)], questions(150, 120)),
        ],
    }
