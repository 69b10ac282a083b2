import sys
from collections import Counter


def main():
    words = sys.stdin.read().splitlines()[1:]
    keys = set()
    for word in words:
        keys.add(frozenset(Counter(word.strip()).items()))
    print(len(keys))


main()
