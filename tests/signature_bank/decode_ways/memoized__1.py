from functools import lru_cache

s = input().strip()

@lru_cache(None)
def f(i):
    if i == len(s):
        return 1
    if s[i] == '0':
        return 0
    r = f(i + 1)
    if i + 1 < len(s) and int(s[i:i + 2]) <= 26:
        r += f(i + 2)
    return r

print(f(0))
