"""Inputs of longest_common_substring: no common letter, one letter, equal words, one inside the other, long runs, a subsequence that is no substring."""


def cases(rng):
    def word(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    def case(s, t):
        return f"{s}\n{t}\n"

    shared = word(31, "abcd")
    planted = (word(40, "abcd") + shared + word(20, "abcd"), word(11, "abcd") + shared + word(57, "abcd"))
    fibonacci = ["b", "a"]
    while len(fibonacci[-1]) < 80:
        fibonacci.append(fibonacci[-1] + fibonacci[-2])
    return {
        "public": [case("lanternfish", "eastern"), case("abcxyz", "xyzabcd")],
        "private": [
            case("a", "b"),
            case("q", "qq"),
            case("abcde", "axbxcxdxe"),
            case("acegikmoqsuwy" * 8, "bdfhjlnprtvxz" * 8),
            case("abab" * 20, "abab" * 20),
        ],
        "generated": [
            case(word(110, "ab"), word(110, "ab")),
            case(*planted),
            case("a" * 90, "a" * 40 + "b" + "a" * 49),
            case(word(110, "abcdefghijklmnopqrstuvwxyz"), word(97, "abcdefghijklmnopqrstuvwxyz")),
            case(fibonacci[-1], fibonacci[-1][::-1][7:] + word(20, "ab")),
        ],
    }
