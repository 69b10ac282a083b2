"""Inputs of anagram_groups: one word, equal words, letters in other numbers, equal letter sums, many anagrams."""


def case(words):
    return f"{len(words)}\n" + "".join(word + "\n" for word in words)


def cases(rng):
    def some(n, length, letters):
        return case(["".join(rng.choice(letters) for _ in range(rng.randint(1, length))) for _ in range(n)])

    long = ["".join(rng.sample("abcdefghijkl", 12)) for _ in range(30)]
    return {
        "public": [case(["eat", "tea", "tan", "ate", "nat", "bat"]), case(["a"])],
        "private": [
            case(["abc", "abc", "cba"]),
            case(["aab", "abb", "ab"]),
            case(["ad", "bc", "da", "cb"]),
            case(["zzzz", "zzz", "zz", "z"]),
            case(["aaab", "abbb", "aabb", "baba"]),
        ],
        "generated": [some(60, 4, "abc"), some(60, 12, "abcdefghijklmnopqrstuvwxyz"), case(long + [word[::-1] for word in long])],
    }
