"""Inputs of fibonacci_number: n of 0, 1 and 2, m of 1, powers of two and of ten, primes with short and long periods, the largest n."""


def cases(rng):
    return {
        "public": ["10 1000\n", "7 5\n"],
        "private": [
            "0 9\n",
            "1 1\n",
            "2 2\n",
            "94 997\n",
            "2000 1\n",
            "2000 1000\n",
        ],
        "generated": [
            f"{rng.randint(1000, 1998)} 750\n",
            f"{rng.randint(300, 999)} 512\n",
            f"{rng.randint(1500, 1999)} {rng.choice([89, 233, 521, 987])}\n",
            f"{rng.randint(80, 299)} {rng.randint(600, 999)}\n",
            "1999 5\n",
        ],
    }
