"""Inputs of longest_common_subsequence: nothing shared, one inside the other, reversed words, few letters, many."""


def case(a, b):
    return f"{a}\n{b}\n"


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return {
        "public": [case("abcde", "badge"), case("a", "b")],
        "private": [
            case("z", "z"),
            case("abcabcabc", "cba"),
            case("aaaa", "aaaaaaaaaa"),
            case("abcdefghijkl", "lkjihgfedcba"),
            case("xayb", "abxy"),
        ],
        "generated": [
            case(word(12, "ab"), word(12, "ab")),
            case(word(12, "abc"), word(20, "abc")),
            case(word(12, alphabet), word(150, alphabet)),
            case(word(12, "abcd"), word(14, "abcde")),
            case(word(11, "abcdefgh"), word(25, "abcdefgh")),
        ],
    }
