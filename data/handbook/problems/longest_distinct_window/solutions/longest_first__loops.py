import sys


def solve(text):
    for length in range(min(len(text), 36), 0, -1):
        for start in range(len(text) - length + 1):
            piece = text[start : start + length]
            if len(set(piece)) == length:
                return length
    return 0


print(solve(sys.stdin.read().strip()))
