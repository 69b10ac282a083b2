"""Inputs of integer_square_root: zero, one, squares, and the numbers beside squares."""


def cases(rng):
    k = rng.randint(20000, 63000)
    return {
        "public": ["10\n", "16\n"],
        "private": ["0\n", "1\n", "2\n", "3\n", "24\n", "99\n"],
        "generated": ["4000000000\n", f"{k * k}\n", f"{k * k - 1}\n", f"{rng.randint(10**8, 10**9)}\n"],
    }
