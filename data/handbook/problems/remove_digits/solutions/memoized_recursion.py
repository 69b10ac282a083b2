from functools import lru_cache

s, k = input().split()
n = len(s)


@lru_cache(maxsize=None)
def f(i, k):
    # smallest string from s[i:] after removing k digits
    if k == n - i:
        return ""
    a = s[i] + f(i + 1, k)
    if k == 0:
        return a
    b = f(i + 1, k - 1)
    return min(a, b)


print(f(0, int(k)).lstrip("0") or 0)
