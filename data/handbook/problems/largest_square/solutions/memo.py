from functools import lru_cache

h, w = map(int, input().split())
a = [input().strip() for _ in range(h)]


@lru_cache(None)
def sq(i, j):
    # largest square with upper left cell (i, j)
    if i >= h or j >= w or a[i][j] == "0":
        return 0
    return 1 + min(sq(i + 1, j), sq(i, j + 1), sq(i + 1, j + 1))


print(max(sq(i, j) for i in range(h) for j in range(w)))
