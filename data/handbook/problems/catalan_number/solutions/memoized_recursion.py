from functools import lru_cache

n, m = map(int, input().split())


@lru_cache(maxsize=None)
def c(k):
    if k <= 1:
        return 1
    return sum(c(i) * c(k - 1 - i) for i in range(k)) % m


print(c(n) % m)
