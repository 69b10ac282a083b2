"""Inputs of longest_distinct_window: one character, all different, blocks, the best at either end, long mixes."""

from string import ascii_lowercase, digits


def cases(rng):
    def some(n, alphabet):
        return "".join(rng.choice(alphabet) for _ in range(n)) + "\n"

    everything = ascii_lowercase + digits
    return {
        "public": ["abcabcbb\n", "pwwkew\n"],
        "private": ["a\n", "zzzzzz\n", "abba\n", "tmmzuxt\n", "aab0123456789\n", "dvdf\n"],
        "generated": [
            some(300, everything),
            some(300, "abcdefgh"),
            (everything * 9)[:300] + "\n",
            everything[::-1] + everything + some(100, "xyz"),
        ],
    }
