from functools import lru_cache

s = input()
t = input()


@lru_cache(None)
def f(i, j):
    # longest match that starts at s[i] and t[j]
    if i == len(s) or j == len(t) or s[i] != t[j]:
        return 0
    return 1 + f(i + 1, j + 1)


print(max(f(i, j) for i in range(len(s)) for j in range(len(t))))
