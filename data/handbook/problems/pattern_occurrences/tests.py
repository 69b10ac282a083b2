"""Inputs of pattern_occurrences: patterns not longer than the text, then longer ones, then repetitions."""


def case(text, pattern):
    return f"{text}\n{pattern}\n"


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    long = word(20000, "abcdefghijklmnopqrstuvwxyz")
    return {
        "public": [
            case("abababa", "aba"),
            case("banana", "nan"),
            case("hello", "world"),
        ],
        "private": [
            case("a", "a"),
            case("a", "b"),
            case("aaa", "aa"),
            case("aaaaa", "a"),
            case("abc", "abc"),
            case("abcabc", "abc"),
            case("xxab", "ab"),
            case("abxx", "ab"),
            case("ab", "abc"),
            case("a", "aaaa"),
        ],
        "generated": [
            *(case(word(60, "ab"), word(n, "ab")) for n in (1, 2, 3, 5)),
            case(word(300, "abc"), "abca"),
            case("ab" * 100, "abab"),
            case("b" * 150 + "a", "b" * 20 + "a"),
            case("q", word(300, "pq")),
            case(long, long[12345:12349]),
            case(long, long[-30:]),
            case("a" * 40000, "a" * 20000),
            case("a" * 19999 + "b" + "a" * 20000, "a" * 10000),
            case("ab" * 20000, "ab" * 7000 + "a"),
            case("a" * 40000, "a" * 19999 + "b"),
        ],
    }
