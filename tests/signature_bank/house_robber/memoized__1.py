from functools import lru_cache

n = int(input())
a = list(map(int, input().split()))

@lru_cache(maxsize=None)
def best(i):
    if i >= n:
        return 0
    return max(best(i + 1), a[i] + best(i + 2))

print(best(0))
