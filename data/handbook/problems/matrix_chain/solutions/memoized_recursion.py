from functools import lru_cache

n = int(input())
d = list(map(int, input().split()))


@lru_cache(None)
def go(i, j):
    if i == j:
        return 0
    return min(go(i, k) + go(k + 1, j) + d[i] * d[k + 1] * d[j + 1] for k in range(i, j))


print(go(0, n - 1))
