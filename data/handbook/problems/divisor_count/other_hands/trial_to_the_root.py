import sys
from itertools import count


def number_of_divisors(x: int) -> int:
    pairs = 0
    for small in count(1):
        big = x // small
        if small > big:
            return pairs * 2
        if small * big == x:
            if small == big:
                return pairs * 2 + 1
            pairs += 1


print(number_of_divisors(int(sys.stdin.readline())))
