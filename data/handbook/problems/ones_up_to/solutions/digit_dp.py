from functools import lru_cache

s = bin(int(input()))[2:]


@lru_cache(maxsize=None)
def go(i, tight, cnt):
    if i == len(s):
        return cnt
    top = int(s[i]) if tight else 1
    res = 0
    for d in range(top + 1):
        res += go(i + 1, tight and d == top, cnt + d)
    return res


print(go(0, True, 0))
