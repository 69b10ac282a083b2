import sys
from itertools import pairwise
from os.path import commonprefix


def suffixes(word: str, owner: int):
    while word:
        yield word, owner
        word = word[1:]


def main() -> None:
    words = sys.stdin.read().split()
    everything = []
    for owner, word in enumerate(words):
        everything.extend(suffixes(word, owner))
    everything.sort()

    answer = 0
    for (upper, whose), (lower, other) in pairwise(everything):
        if whose != other:
            answer = max(answer, len(commonprefix([upper, lower])))
    print(answer)


if __name__ == "__main__":
    main()
