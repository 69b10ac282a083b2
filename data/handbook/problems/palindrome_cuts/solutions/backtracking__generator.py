# list every way to split the word into palindromes, take the shortest
import sys


def splits(word, taken=()):
    if not word:
        yield taken
        return
    for size in range(len(word), 0, -1):
        head = word[:size]
        if all(x == y for x, y in zip(head, reversed(head))):
            yield from splits(word[size:], taken + (head,))


word = sys.stdin.read().strip()
print(min(map(len, splits(word))) - 1)
