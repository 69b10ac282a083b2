import sys
from functools import reduce


def twos(x: int) -> int:
    return (x & -x).bit_length() - 1


def stein(a: int, b: int) -> int:
    i, j = twos(a), twos(b)
    a >>= i
    b >>= j
    while a != b:
        if a > b:
            a -= b
            a >>= twos(a)
        else:
            b -= a
            b >>= twos(b)
    return a << min(i, j)


print(reduce(stein, [int(x) for x in sys.stdin.read().split()[1:]]))
