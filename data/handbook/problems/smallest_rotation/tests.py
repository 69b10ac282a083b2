"""Inputs of smallest_rotation: one letter, periods, long equal runs, rising and falling words, few letters, many."""


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    return {
        "public": ["baa\n", "bcabcab\n"],
        "private": ["z\n", "aaaaaa\n", "abababab\n", "zyxwvu\n", "aabaaabaab\n", "cabcabcabd\n"],
        "generated": [
            word(150, "ab") + "\n",
            word(150, "abcdefghijklmnopqrstuvwxyz") + "\n",
            word(25, "abc") * 6 + "\n",
            "b" * 40 + "a" * 60 + "b" + "a" * 49 + "\n",
        ],
    }
