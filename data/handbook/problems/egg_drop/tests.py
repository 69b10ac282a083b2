"""Inputs of egg_drop: one egg, one floor, more eggs than needed, floors just at and above a power of two."""


def cases(rng):
    return {
        "public": ["1 2\n", "2 6\n"],
        "private": ["1 1\n", "8 1\n", "3 14\n", "2 36\n", "2 37\n", "7 63\n"],
        "generated": [
            "1 120\n",
            "8 120\n",
            f"3 {rng.randint(80, 119)}\n",
            f"2 {rng.randint(80, 119)}\n",
        ],
    }
