"""Inputs of nth_ugly: the first ones, those around the first gaps, the last that is allowed."""


def cases(rng):
    return {
        "public": ["10\n", "1\n"],
        "private": ["2\n", "6\n", "7\n", "8\n", "11\n", "30\n"],
        "generated": ["250\n", "100\n", f"{rng.randint(110, 180)}\n", f"{rng.randint(181, 249)}\n"],
    }
