"""Inputs of longest_path: no rules, chains against the numbering, shortcuts, doubled rules, several parts, all pairs."""


def case(n, rules):
    return f"{n} {len(rules)}\n" + "".join(f"{a} {b}\n" for a, b in rules)


def cases(rng):
    def some(n, m):
        """m rules along a random order of n courses"""
        order = rng.sample(range(1, n + 1), n)
        pairs = [(order[i], order[j]) for i in range(n) for j in range(i + 1, n)]
        return case(n, rng.sample(pairs, m))

    return {
        "public": [case(3, [(1, 2), (2, 3), (1, 3)]), case(2, [])],
        "private": [
            case(1, []),
            case(5, [(5, 4), (4, 3), (3, 2), (2, 1)]),
            case(4, [(1, 2), (1, 2), (1, 2), (3, 4)]),
            case(7, [(1, 2), (1, 3), (1, 4), (4, 5), (7, 6), (6, 5), (5, 2)]),
            case(6, [(1, 6), (1, 2), (2, 6), (1, 3), (3, 4), (4, 5), (5, 6)]),
        ],
        "generated": [some(13, 78), some(13, 20), some(13, 40), some(12, 10)],
    }
