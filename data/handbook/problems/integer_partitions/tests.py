"""Inputs of integer_partitions: zero, the small numbers, and the largest."""


def cases(rng):
    return {
        "public": ["4\n", "5\n"],
        "private": ["0\n", "1\n", "2\n", "3\n", "7\n", "10\n"],
        "generated": ["26\n", "25\n", f"{rng.randint(12, 18)}\n", f"{rng.randint(19, 24)}\n"],
    }
