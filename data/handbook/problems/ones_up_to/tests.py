"""Inputs of ones_up_to: nothing, powers of two and their neighbours, the largest number."""


def cases(rng):
    return {
        "public": ["5\n", "16\n"],
        "private": ["0\n", "1\n", "2\n", "7\n", "1023\n"],
        "generated": [f"{rng.randint(100, 999)}\n", f"{rng.randint(3000, 8000)}\n", "8191\n", "8192\n", "10000\n"],
    }
