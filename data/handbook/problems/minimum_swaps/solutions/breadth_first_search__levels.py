import sys
from itertools import combinations


def neighbours(word: str):
    for i, j in combinations(range(len(word)), 2):
        yield word[:i] + word[j] + word[i + 1 : j] + word[i] + word[j + 1 :]


def main() -> None:
    row = list(map(int, sys.stdin.read().split()))[1:]
    letters = dict(zip(sorted(row), "abcdefg"))
    word = "".join(letters[number] for number in row)
    target = "".join(sorted(word))
    level, known, swaps = {word}, {word}, 0
    while target not in level:
        level = {after for before in level for after in neighbours(before)} - known
        known |= level
        swaps += 1
    print(swaps)


if __name__ == "__main__":
    main()
