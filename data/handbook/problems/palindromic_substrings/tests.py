"""Inputs of palindromic_substrings: single letters, even and odd centres, all letters equal, no long palindrome."""


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n)) + "\n"

    half = word(40, "abc").strip()
    return {
        "public": ["abba\n", "level\n"],
        "private": ["a\n", "ab\n", "zz\n", "aaaaaaa\n", "abcabcabc\n"],
        "generated": [
            word(30, "ab"),
            word(100, "abcd"),
            "b" * 100 + "\n",
            half + half[::-1] + "\n",
            half + "x" + half[::-1] + "\n",
        ],
    }
