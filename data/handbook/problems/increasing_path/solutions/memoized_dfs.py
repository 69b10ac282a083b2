from functools import lru_cache

n, m = map(int, input().split())
g = [list(map(int, input().split())) for _ in range(n)]
D = [(0, 1), (1, 0), (0, -1), (-1, 0)]


@lru_cache(None)
def dfs(i, j):
    res = 0
    for di, dj in D:
        x = i + di
        y = j + dj
        if 0 <= x < n and 0 <= y < m and g[x][y] > g[i][j]:
            res = max(res, dfs(x, y))
    return res + 1


ans = 0
for i in range(n):
    for j in range(m):
        ans = max(ans, dfs(i, j))
print(ans)
