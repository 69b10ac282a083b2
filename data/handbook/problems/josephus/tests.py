"""Inputs of josephus: one person, every one leaves in turn, powers of two, steps longer than the circle."""


def cases(rng):
    return {
        "public": ["5 2\n", "7 3\n"],
        "private": ["1 1\n", "1 1000\n", "6 1\n", "16 2\n", "17 2\n", "2 3\n"],
        "generated": ["41 3\n", f"{rng.randint(200, 400)} {rng.randint(5, 20)}\n", "500 7\n", "100 1000\n"],
    }
