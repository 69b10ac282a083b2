from collections import Counter
from sys import stdin


def count_anagrams(word: str, text: str) -> int:
    if len(word) > len(text):
        return 0
    wanted = Counter(word)
    window = Counter(text[: len(word)])
    found = int(window == wanted)
    for gone, new in zip(text, text[len(word) :]):
        window[new] += 1
        window[gone] -= 1
        if window[gone] == 0:
            del window[gone]
        found += window == wanted
    return found


def main() -> None:
    word, text = (line.strip() for line in stdin)
    print(count_anagrams(word, text))


main()
