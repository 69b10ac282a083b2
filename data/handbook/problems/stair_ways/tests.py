"""Inputs of stair_ways: no step at all, small stairs, stairs where the modulus matters."""


def cases(rng):
    return {
        "public": ["3\n", "5\n"],
        "private": ["0\n", "1\n", "2\n", "4\n", "10\n"],
        "generated": ["43\n", "44\n", f"{rng.randint(100, 300)}\n", f"{rng.randint(400, 600)}\n", "700\n"],
    }
