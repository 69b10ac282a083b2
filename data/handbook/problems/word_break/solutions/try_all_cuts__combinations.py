import sys
from itertools import chain, combinations


def pieces(text, cuts):
    places = (0, *cuts, len(text))
    return (text[a:b] for a, b in zip(places, places[1:]))


def count(text, words):
    inner = range(1, len(text))
    every = chain.from_iterable(combinations(inner, k) for k in range(len(text)))
    return sum(1 for cuts in every if words.issuperset(pieces(text, cuts)))


if __name__ == "__main__":
    tokens = sys.stdin.read().split()
    print(count(tokens[0], set(tokens[2:])))
