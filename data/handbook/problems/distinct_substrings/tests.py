"""Inputs of distinct_substrings: one letter, all letters equal, all different, periods, few letters."""


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n)) + "\n"

    return {
        "public": ["abab\n", "aaa\n"],
        "private": ["z\n", "ab\n", "aba\n", "abcdefghij\n", "abcabcabcabc\n", "banana\n"],
        "generated": ["a" * 100 + "\n", word(100, "ab"), word(90, "abcdefgh"), "abaab" * 20 + "\n"],
    }
