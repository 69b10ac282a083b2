from functools import lru_cache

n = int(input())
d = list(map(int, input().split()))

@lru_cache(None)
def go(i, j):
    if j - i == 1:
        return 0
    res = 10**18
    for k in range(i + 1, j):
        res = min(res, go(i, k) + go(k, j) + d[i] * d[k] * d[j])
    return res

print(go(0, n))
