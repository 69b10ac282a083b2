"""Inputs of cycle_length: modulus one, a fixed point, no tail, tails longer than the cycle, the full period, long tails."""


def shape(s, a, b, c, m):
    seen = {}
    while s not in seen:
        seen[s] = len(seen)
        s = (a * s * s + b * s + c) % m
    return seen[s], len(seen) - seen[s]


def case(values):
    return " ".join(map(str, values)) + "\n"


def cases(rng):
    def draw(low=500):
        m = rng.randint(low, 1000)
        return rng.randrange(m), rng.randint(0, 10**6), rng.randint(0, 10**6), rng.randint(0, 10**6), m

    def best(key, tries=400):
        return max((draw() for _ in range(tries)), key=lambda values: key(*shape(*values)))

    return {
        "public": [case((2, 1, 0, 1, 20)), case((3, 0, 5, 2, 8))],
        "private": [
            case((0, 17, 5, 1, 1)),
            case((1, 0, 2, 0, 512)),
            case((7, 0, 1, 0, 10)),
            case((0, 0, 21, 7, 1000)),
            case((5, 1000000, 1000000, 999999, 997)),
        ],
        "generated": [
            case(best(lambda t, p: t)),
            case(best(lambda t, p: min(t, p))),
            case(best(lambda t, p: t - p)),
            case((rng.randrange(961), 0, 31 * rng.randint(1, 900) + 1, 30, 961)),
            case(draw(990)),
        ],
    }
