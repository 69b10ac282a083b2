import sys
from functools import cache

sys.setrecursionlimit(100000)


@cache
def drops(floors, eggs):
    if not floors:
        return 0
    if not eggs:
        return float("inf")
    worst = (max(drops(x, eggs - 1), drops(floors - x - 1, eggs)) for x in range(floors))
    return min(worst) + 1


eggs, floors = map(int, sys.stdin.read().split())
print(drops(floors, eggs))
