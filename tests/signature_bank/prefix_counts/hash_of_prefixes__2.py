import sys
from collections import Counter


def main():
    lines = sys.stdin.read().split("\n")
    n, q = map(int, lines[0].split())
    prefixes = Counter(word[:end] for word in lines[1 : n + 1] for end in range(1, len(word) + 1))
    print("\n".join(str(prefixes[query]) for query in lines[n + 1 : n + q + 1]))


if __name__ == "__main__":
    main()
