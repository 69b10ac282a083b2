from functools import lru_cache

s = input().strip()


@lru_cache(None)
def go(i):
    if i == len(s):
        return 1
    if s[i] == "0":
        return 0
    r = go(i + 1)
    if i + 1 < len(s) and int(s[i : i + 2]) <= 26:
        r += go(i + 2)
    return r


print(go(0))
