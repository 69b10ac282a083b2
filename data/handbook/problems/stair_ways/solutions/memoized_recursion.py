import sys
from functools import cache

sys.setrecursionlimit(5000)


@cache
def ways(n):
    if n < 2:
        return 1
    return (ways(n - 1) + ways(n - 2)) % (10**9 + 7)


print(ways(int(input())))
