import sys


def least_rotation(word: str) -> int:
    n = len(word)
    fail = {0: -1}
    start = 0
    for pos in range(1, 2 * n):
        ch = word[pos % n]
        border = fail[pos - start - 1]
        while True:
            expected = word[(start + border + 1) % n]
            if ch < expected:
                start = pos - border - 1
            if ch == expected or border < 0:
                break
            border = fail[border]
        fail[pos - start] = border + 1 if ch == expected else -1
    return start


w = sys.stdin.readline().rstrip("\n")
cut = least_rotation(w)
print((w * 3)[cut:cut + len(w)])
