"""Inputs of string_period: one letter, one letter often, a period that does not divide the length, almost periodic."""


def cases(rng):
    def some(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    spoiled = list(some(20, "ab") * 15)
    spoiled[-1] = "c"
    return {
        "public": ["abcabcabc\n", "abcab\n"],
        "private": ["x\n", "zzzzzz\n", "abaaba\n", "aabaab\n", "abababa\n", "aabaabaa\n"],
        "generated": [
            "a" * 299 + "\n",
            some(60, "ab") * 5 + "\n",
            "".join(spoiled) + "\n",
            some(6, "abc") * 48 + "\n",
        ],
    }
