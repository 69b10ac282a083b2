"""Inputs of range_sum_updates: sizes whose square root divides them come first, then all others."""


def case(numbers, operations):
    head = f"{len(numbers)} {len(operations)}\n{' '.join(map(str, numbers))}\n"
    return head + "".join(" ".join(map(str, operation)) + "\n" for operation in operations)


def cases(rng):
    def noise(n, top):
        return [rng.randint(-top, top) for _ in range(n)]

    def span(n):
        return sorted((rng.randint(1, n), rng.randint(1, n)))

    def mixed(n, q, top, share=0.5):
        operations = [
            ("+", rng.randint(1, n), rng.randint(-top, top)) if rng.random() < share else ("?", *span(n))
            for _ in range(q - 1)
        ]
        return case(noise(n, top), [*operations, ("?", 1, n)])

    return {
        "public": [
            case([3, 1, 4, 1, 5, 9], [("?", 2, 4), ("+", 3, 10), ("?", 1, 6), ("?", 3, 3)]),
            case([0, 0], [("+", 1, 7), ("+", 1, -2), ("?", 1, 2)]),
        ],
        "private": [
            case([5], [("?", 1, 1)]),
            case([-5], [("+", 1, 5), ("?", 1, 1)]),
            case([1, 2, 3, 4], [("?", 1, 4), ("+", 4, 1), ("?", 4, 4)]),
            case([1] * 9, [("?", i, i) for i in range(1, 10)]),
            case([2] * 6, [("?", 1, i) for i in range(1, 7)]),
            case([1_000_000_000] * 16, [("+", 16, 1_000_000_000), ("?", 1, 16)]),
            case([1, 2, 3, 4, 5], [("+", 5, 100), ("?", 5, 5), ("?", 1, 5)]),
            case([0] * 7, [("+", 7, -1), ("?", 1, 7), ("?", 6, 7), ("?", 1, 6)]),
        ],
        "generated": [
            *(mixed(n, 20, 9) for n in (2, 10, 31, 100)),
            mixed(150, 200, 1_000_000_000),
            mixed(97, 200, 5, share=0.0),
            mixed(200, 200, 5, share=0.95),
            case([7] * 120, [("?", i, 120 + 1 - i) for i in range(1, 61)]),
            mixed(1000, 300, 1000),
            mixed(20000, 360, 9999, share=0.75),
            mixed(20000, 15000, 9, share=0.8),
            mixed(1, 2000, 100),
            mixed(3000, 3000, 9, share=0.1),
        ],
    }
