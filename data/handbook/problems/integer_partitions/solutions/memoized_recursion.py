from functools import lru_cache


@lru_cache(maxsize=None)
def p(n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    return p(n - k, k) + p(n, k - 1)


n = int(input())
print(p(n, n))
