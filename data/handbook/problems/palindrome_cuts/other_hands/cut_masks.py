import sys


def pieces(word, mask):
    piece = word[0]
    for letter in word[1:]:
        if mask & 1:
            yield piece
            piece = ""
        piece += letter
        mask >>= 1
    yield piece


def fits(word, mask):
    return all(p == p[::-1] for p in pieces(word, mask))


word = sys.stdin.read().strip()
masks = range(2 ** (len(word) - 1))
print(min(bin(m).count("1") for m in masks if fits(word, m)))
