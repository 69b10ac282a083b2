"""Inputs of edit_distance: words so short that a plain recursion ends, then empty ones, then long ones."""


def case(first, second):
    return f"{first}\n{second}\n"


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    def changed(text, times, letters):
        for _ in range(times):
            i = rng.randrange(len(text))
            text = text[:i] + word(rng.randint(0, 2), letters) + text[i + 1 :]
        return text

    long = word(340, "abcdefghij")
    return {
        "public": [
            case("kitten", "sitting"),
            case("flaw", "lawn"),
        ],
        "private": [
            case("a", "a"),
            case("a", "b"),
            case("ab", "ba"),
            case("abc", "abc"),
            case("aaaa", "aa"),
            case("abcd", "bcde"),
            case("", "abc"),
            case("abc", ""),
            case("", ""),
        ],
        "generated": [
            *(case(word(n, "ab"), word(m, "ab")) for n, m in ((3, 4), (6, 6), (7, 3), (1, 7))),
            *(case(word(n, "abcxyz"), word(m, "abcxyz")) for n, m in ((5, 5), (4, 7), (7, 6))),
            case(word(300, "ab"), word(310, "ab")),
            case(word(350, "abc"), word(350, "abc")),
            case(long, changed(long, 4, "abcdefghij")),
            case("a" * 350, "b" * 350),
            case("a" * 350, "a" * 350),
            case("a" * 350, ""),
            case("x", word(350, "xyz")),
            case("ab" * 175, "ba" * 175),
            case(word(350, "abcdefghijklmnopqrstuvwxyz"), word(300, "abcdefghijklmnopqrstuvwxyz")),
        ],
    }
