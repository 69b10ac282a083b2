from functools import lru_cache
from heapq import merge
from math import isqrt


@lru_cache(None)
def parts(n):
    d = isqrt(n)
    while n % d:
        d -= 1
    if d == 1:
        return (n,)
    return tuple(merge(parts(d), parts(n // d)))


def main():
    t = int(input())
    while t:
        print(" ".join(str(p) for p in parts(int(input()))))
        t -= 1


main()
