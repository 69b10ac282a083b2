from functools import lru_cache

n, s = map(int, input().split())
a = list(map(int, input().split()))


@lru_cache(None)
def f(i, t):
    if t < 0:
        return 0
    if i < 0:
        return 1 if t == 0 else 0
    return f(i - 1, t) + f(i - 1, t - a[i])


print(f(n - 1, s))
