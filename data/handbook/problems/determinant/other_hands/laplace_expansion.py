import sys

n, *flat = map(int, sys.stdin.read().split())


def minor(row, columns):
    if not columns:
        return 1
    total, sign = 0, 1
    for k, c in enumerate(columns):
        entry = flat[row * n + c]
        if entry:
            total += sign * entry * minor(row + 1, columns[:k] + columns[k + 1 :])
        sign = -sign
    return total


print(minor(0, tuple(range(n))))
