"""Inputs of palindrome_cuts: one letter, all letters equal, all different, palindromes of both parities, greedy traps, random words."""


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    def blocks(n, letters):
        text = ""
        while len(text) < n:
            half = word(rng.randint(1, 3), letters)
            text += half + (half[::-1] if rng.random() < 0.5 else half[-2::-1])
        return text[:n]

    return {
        "public": ["aabacc\n", "noonabbad\n"],
        "private": [
            "z\n",
            "aaaaaaaaaaaaaa\n",
            "abcdefghijklmn\n",
            "abcdefggfedcba\n",
            "aaabaabbbabab\n",
        ],
        "generated": [
            word(14, "ab") + "\n",
            word(13, "abc") + "\n",
            word(12, "abcd") + "\n",
            "x" + blocks(13, "ab") + "\n",
            blocks(14, "pqr") + "\n",
            word(6, "ab") + "bbabb" + word(3, "ab") + "\n",
        ],
    }
