from functools import lru_cache

n = int(input())
a = list(map(int, input().split()))


@lru_cache(maxsize=None)
def f(i, diff):
    if i == n:
        return diff
    return min(f(i + 1, diff + a[i]), f(i + 1, abs(diff - a[i])))


print(f(0, 0))
