import sys
from math import isqrt

sys.setrecursionlimit(4000)


def factors(n, d=2):
    if n == 1:
        return []
    for c in range(d, isqrt(n) + 1):
        if n % c == 0:
            return [c] + factors(n // c, c)
    return [n]


_, *numbers = open(0).read().split()
lines = []
for number in numbers:
    lines.append(" ".join(str(p) for p in factors(int(number))))
print("\n".join(lines))
