from functools import lru_cache

s = input().strip()
n = len(s)


@lru_cache(None)
def go(i):
    if i == n:
        return 0
    res = n
    for j in range(i + 1, n + 1):
        if s[i:j] == s[i:j][::-1]:
            res = min(res, go(j) + 1)
    return res


print(go(0) - 1)
