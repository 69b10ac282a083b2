from functools import lru_cache

n = int(input())
rows = [input() for _ in range(n)]


@lru_cache(maxsize=None)
def f(i, cols, a, b):
    if i == n:
        return 1
    res = 0
    for j in range(n):
        if rows[i][j] == "#":
            continue
        if cols >> j & 1 or a >> (i + j) & 1 or b >> (i - j + n) & 1:
            continue
        res += f(i + 1, cols | 1 << j, a | 1 << (i + j), b | 1 << (i - j + n))
    return res


print(f(0, 0, 0, 0))
