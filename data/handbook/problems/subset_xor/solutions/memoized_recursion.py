from functools import lru_cache

n = int(input())
a = list(map(int, input().split()))


@lru_cache(maxsize=None)
def f(i, x):
    if i == n:
        return x
    return max(f(i + 1, x), f(i + 1, x ^ a[i]))


print(f(0, 0))
