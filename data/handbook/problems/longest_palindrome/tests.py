"""Inputs of longest_palindrome: no palindrome but letters, odd and even ones, at either end, one letter only, mixes."""


def cases(rng):
    def some(n, alphabet):
        return "".join(rng.choice(alphabet) for _ in range(n))

    half = some(60, "abcdef")
    return {
        "public": ["babad\n", "cbbd\n"],
        "private": ["a\n", "ab\n", "abcdefg\n", "xyabba\n", "abacdfgdcaba\n", "aaaaabaaaa\n"],
        "generated": [
            "z" * 150 + "\n",
            some(200, "ab") + "\n",
            f"{some(40, 'xyz')}{half}{half[::-1]}{some(20, 'uvw')}\n",
            f"{half}q{half[::-1]}{some(79, 'abcdef')}\n",
        ],
    }
