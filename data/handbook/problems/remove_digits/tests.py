"""Inputs of remove_digits: nothing or all crossed out, rising and falling digits, equal digits, zeros that come first."""


def cases(rng):
    def number(n, digits="0123456789"):
        first = rng.choice([d for d in digits if d != "0"])
        return first + "".join(rng.choice(digits) for _ in range(n - 1))

    rising = "".join(sorted(number(15, "123456789")))
    valley = "".join(sorted(number(7, "3456789"), reverse=True)) + "".join(sorted(number(8, "23456789")))
    return {
        "public": ["1432219 3\n", "10200 1\n"],
        "private": ["7 1\n", "90817 0\n", "987654321 4\n", "123456789 5\n", "100000000000000 7\n"],
        "generated": [
            f"{number(15)} 7\n",
            f"{number(15)} 4\n",
            f"{number(15, '012')} 8\n",
            f"{rising} 6\n",
            f"{valley} 7\n",
            f"{number(14, '56')} 11\n",
        ],
    }
