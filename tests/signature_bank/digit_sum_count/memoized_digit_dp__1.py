from functools import lru_cache

n, s = input().split()
s = int(s)

@lru_cache(None)
def go(i, rem, tight):
    if rem < 0:
        return 0
    if i == len(n):
        return 1 if rem == 0 else 0
    hi = int(n[i]) if tight else 9
    res = 0
    for d in range(hi + 1):
        res += go(i + 1, rem - d, tight and d == hi)
    return res

print(go(0, s, True))
