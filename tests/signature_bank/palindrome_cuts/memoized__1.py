from functools import lru_cache

s = input().strip()

@lru_cache(None)
def f(i):
    if i == len(s):
        return -1
    res = 10**9
    for j in range(i + 1, len(s) + 1):
        t = s[i:j]
        if t == t[::-1]:
            res = min(res, 1 + f(j))
    return res

print(f(0))
