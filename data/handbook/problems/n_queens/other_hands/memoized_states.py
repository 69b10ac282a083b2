import sys
from functools import cache

text = sys.stdin.read().split()
n = int(text[0])
sound = [[1 << c for c in range(n) if line[c] == "."] for line in text[1:]]


@cache
def ways(used, rising, falling):
    row = bin(used).count("1")
    if row == n:
        return 1
    blocked = used | rising | falling
    return sum(
        ways(used | b, (rising | b) << 1 & (1 << n) - 1, (falling | b) >> 1)
        for b in sound[row]
        if b & blocked == 0
    )


print(ways(0, 0, 0))
