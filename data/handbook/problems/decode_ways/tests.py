"""Inputs of decode_ways: single digits, noughts in all places, 26 and 27, all ones, random digits of several kinds."""


def cases(rng):
    def digits(n, letters):
        return "".join(rng.choice(letters) for _ in range(n)) + "\n"

    def word(letters):
        # a string that has at least one decoding, with noughts
        text = ""
        while len(text) < 13:
            text += str(rng.choice(letters))
        return text[:14].rstrip("0") + "\n"

    return {
        "public": ["226\n", "1203\n"],
        "private": ["0\n", "10\n", "2726\n", "1006\n", "11111111111111\n"],
        "generated": [
            digits(14, "12"),
            digits(14, "123456"),
            digits(13, "1122789"),
            word([1, 2, 10, 12, 20, 21, 22]),
            word(range(1, 27)),
            digits(12, "11220"),
        ],
    }
