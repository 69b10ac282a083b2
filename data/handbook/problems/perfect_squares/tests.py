"""Inputs of perfect_squares: squares, sums of two, three and four, those that a greedy choice gets wrong."""


def cases(rng):
    return {
        "public": ["12\n", "13\n"],
        "private": ["1\n", "2\n", "7\n", "16\n", "18\n", "48\n"],
        "generated": ["496\n", "484\n", f"{rng.randint(150, 300)}\n", f"{rng.randint(301, 480)}\n"],
    }
