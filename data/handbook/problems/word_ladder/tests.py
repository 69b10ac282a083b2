"""Inputs of word_ladder: one letter, no way, the goal not in the list, the start in it, long ladders, dead ends."""


def case(first, last, words):
    return f"{first} {last}\n{len(words)}\n{' '.join(words)}\n"


def cases(rng):
    def change(word, letters):
        i = rng.randrange(len(word))
        return word[:i] + rng.choice(letters) + word[i + 1 :]

    def walk(word, steps, letters):
        """Words met on a random walk."""
        met = [word]
        while len(met) <= steps:
            word = change(word, letters)
            if word not in met:
                met.append(word)
        return met

    def random_case(n, length, letters):
        met = walk("".join(rng.choice(letters) for _ in range(length)), n, letters)
        first, last = met[0], met[-1]
        words = met[1:]
        rng.shuffle(words)
        return case(first, last, words)

    snake = ["aaa", "aab", "abb", "bbb", "bbc", "bcc", "ccc", "ccd", "cdd", "ddd", "dda", "daa"]
    return {
        "public": [
            case("hit", "cog", ["hot", "dot", "dog", "lot", "log", "cog"]),
            case("hit", "cog", ["hot", "dot", "dog", "lot", "log"]),
        ],
        "private": [
            case("a", "c", ["a", "b", "c"]),
            case("aa", "bb", ["bb", "cc"]),
            case("lead", "gold", ["load", "goad", "gold", "lend", "lead", "mead"]),
            case("cat", "dog", ["cot", "cog", "dog", "cag", "dag"]),
            case("xaa", "daa", [*snake, "xab", "xbb"]),
            case("ab", "ba", ["cb", "ca", "da", "dd"]),
        ],
        "generated": [
            random_case(40, 5, "abcd"),
            random_case(40, 4, "abc"),
            random_case(40, 3, "abcde"),
            random_case(35, 5, "ab" + "xyz"),
        ],
    }
