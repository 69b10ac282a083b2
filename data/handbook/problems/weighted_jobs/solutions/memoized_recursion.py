import sys
from bisect import bisect_left
from functools import lru_cache

input = sys.stdin.readline
n = int(input())
jobs = sorted(tuple(map(int, input().split())) for _ in range(n))
starts = [s for s, _, _ in jobs]


@lru_cache(maxsize=None)
def solve(i):
    if i == n:
        return 0
    s, e, v = jobs[i]
    return max(solve(i + 1), v + solve(bisect_left(starts, e)))


print(solve(0))
