"""Inputs of anagram_windows: word longer than the text, as long as the text, equal letters, doubled letters, dense hits."""


def case(word, text):
    return f"{word}\n{text}\n"


def cases(rng):
    def letters(n, alphabet):
        return "".join(rng.choice(alphabet) for _ in range(n))

    planted = ""
    while len(planted) < 380:
        piece = list("letter")
        rng.shuffle(piece)
        planted += "".join(piece) + letters(rng.randint(0, 5), "letrx")
    return {
        "public": [case("abc", "cbaebabacd"), case("ab", "abab")],
        "private": [
            case("abcd", "abc"),
            case("noon", "onno"),
            case("aab", "abbabbaabab"),
            case("z", "zazzbz"),
            case("ad", "bcbcadccbbda"),
        ],
        "generated": [
            case("aaaaaa", "a" * 400),
            case("abcabc", letters(400, "abc")),
            case("abc", letters(400, "abcd")),
            case("letter", planted[:400]),
            case("aabb", letters(350, "ab")),
            case("stream", letters(400, "streamz")),
        ],
    }
