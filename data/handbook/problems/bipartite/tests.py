"""Inputs of bipartite: no rivals, rings of even and odd length, several groups, many pairs."""


def case(n, edges):
    return f"{n} {len(edges)}\n" + "".join(f"{a} {b}\n" for a, b in edges)


def cases(rng):
    def ring(people):
        return list(zip(people, people[1:] + people[:1]))

    def across(left, right, m):
        pairs = [(rng.choice(left), rng.choice(right)) for _ in range(m)]
        return [pair if rng.random() < 0.5 else pair[::-1] for pair in pairs]

    people = list(range(1, 12))
    rng.shuffle(people)
    odd, even = ring(people), ring(people[:10])
    rng.shuffle(odd)
    rng.shuffle(even)
    return {
        "public": [case(4, [(1, 2), (2, 3), (3, 4), (4, 1)]), case(3, [(1, 2), (2, 3), (3, 1)])],
        "private": [
            case(1, []),
            case(5, [(1, 2), (4, 5)]),
            case(4, [(1, 2), (3, 4), (2, 4), (2, 1)]),
            case(6, [(1, 2), (4, 5), (5, 6), (6, 4)]),
            case(5, [(1, 2), (2, 3), (3, 4), (4, 5), (5, 1)]),
        ],
        "generated": [
            case(11, odd),
            case(11, even),
            case(11, across(people[:5], people[5:], 60)),
            case(11, across(people[:3], people[3:], 55) + [(people[9], people[4])]),
            case(11, ring(people[:6]) + ring(people[6:])),
        ],
    }
