"""Inputs of wildcard_match: no asterisk, only asterisks, overlapping prefix and suffix, false starts after an asterisk."""


def case(pattern, words):
    return f"{pattern}\n{len(words)}\n" + "".join(word + "\n" for word in words)


def cases(rng):
    def word(letters, low, high):
        return "".join(rng.choice(letters) for _ in range(rng.randint(low, high)))

    def fitting(pattern, letters, longest):
        made = "".join(
            word(letters, 0, longest) if c == "*" else rng.choice(letters) if c == "?" else c for c in pattern
        )
        return made[:20] or "a"

    def mixed(pattern, letters, longest):
        words = [fitting(pattern, letters, longest) for _ in range(6)]
        for _ in range(4):
            spoiled = list(fitting(pattern, letters, longest))
            spoiled[rng.randrange(len(spoiled))] = rng.choice(letters)
            words.append("".join(spoiled))
        rng.shuffle(words)
        return case(pattern, words)

    return {
        "public": [
            case("a*c?", ["acb", "abcd", "ac", "aacc", "abcabcd"]),
            case("*ab", ["ab", "aab", "abb", "abab"]),
        ],
        "private": [
            case("*", ["a", "zzzzzzzzzzzzzzzzzzzz"]),
            case("b?ok", ["book", "bok", "boook", "brook", "beok", "look"]),
            case("ab*ba", ["aba", "abba", "abcba", "ababa", "abbab", "abab"]),
            case("**?**", ["a", "ab", "qwertyuiopasdfghjklz"]),
            case("*aab*b", ["aaab", "aaabb", "aabab", "aabaabab", "aaaaaaabb", "aababa"]),
        ],
        "generated": [
            case("*a*a*b", ["a" * 20, "a" * 19 + "b", "ab", "aab"] + [word("ab", 15, 20) for _ in range(6)]),
            mixed("a?*b*?a", "ab", 7),
            mixed("*ab*?ba*a?", "abc", 5),
            mixed("x*y?z**?x", "xyz", 6),
            mixed("a?ba*", "ab", 9),
        ],
    }
