import sys
from math import isqrt


def num_squares(n: int) -> int:
    squares = [k * k for k in range(1, isqrt(n) + 1)]
    best = [0]
    for total in range(1, n + 1):
        best.append(1 + min(best[total - sq] for sq in squares if sq <= total))
    return best[n]


print(num_squares(int(sys.stdin.read())))
