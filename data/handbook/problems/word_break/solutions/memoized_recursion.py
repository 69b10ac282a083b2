from functools import lru_cache

s = input()
m = int(input())
d = set(input().split())


@lru_cache(maxsize=None)
def f(i):
    if i == len(s):
        return 1
    res = 0
    for j in range(i + 1, len(s) + 1):
        if s[i:j] in d:
            res += f(j)
    return res


print(f(0))
