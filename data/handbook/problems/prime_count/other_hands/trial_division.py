import sys
from math import isqrt


def has_divisor(n: int) -> bool:
    if n % 2 == 0:
        return n > 2
    for d in range(3, isqrt(n) + 1, 2):
        if n % d == 0:
            return True
    return False


def main():
    start, stop = map(int, sys.stdin.readline().split())
    start = max(start, 2)
    count = stop - start + 1 if stop >= start else 0
    for n in range(start, stop + 1):
        if has_divisor(n):
            count -= 1
    print(count)


main()
