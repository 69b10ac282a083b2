"""Inputs of word_break: the text is a word, no way, all powers of one letter, a word listed twice, a dead end late in the text."""


def case(text, words):
    return f"{text}\n{len(words)}\n{' '.join(words)}\n"


def cases(rng):
    def random_case(letters, words, longest, pieces):
        dictionary = []
        for _ in range(words):
            dictionary.append("".join(rng.choice(letters) for _ in range(rng.randint(1, longest))))
        text = "".join(rng.choice(dictionary) for _ in range(pieces))[:14]
        return case(text, dictionary)

    powers = ["a" * i for i in range(14, 0, -1)]
    return {
        "public": [
            case("catsanddog", ["cat", "cats", "and", "sand", "dog"]),
            case("catsandog", ["cats", "dog", "sand", "and", "cat"]),
        ],
        "private": [
            case("a", ["b", "a"]),
            case("handbook", ["handbook", "hand", "boo", "and"]),
            case("a" * 14, powers),
            case("aaaaaaaaaaaaab", powers),
            case("ababab", ["ab", "aba", "ab", "b", "ab", "abab", "ba", "b"]),
        ],
        "generated": [
            random_case("ab", 8, 3, 9),
            random_case("ab", 20, 5, 6),
            random_case("abc", 20, 3, 8),
            random_case("a", 6, 4, 14),
            random_case("xyz", 12, 2, 12),
        ],
    }
