from functools import lru_cache

s = input().strip()
words = set(input().split())

@lru_cache(None)
def go(i):
    if i == len(s):
        return 1
    res = 0
    for j in range(i + 1, len(s) + 1):
        if s[i:j] in words:
            res += go(j)
    return res

print(go(0))
