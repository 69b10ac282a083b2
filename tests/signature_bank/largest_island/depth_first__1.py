import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())
g = [list(input()) for _ in range(n)]

def dfs(i, j):
    if i < 0 or j < 0 or i >= n or j >= m or g[i][j] != '#':
        return 0
    g[i][j] = '.'
    return 1 + dfs(i + 1, j) + dfs(i - 1, j) + dfs(i, j + 1) + dfs(i, j - 1)

best = 0
for i in range(n):
    for j in range(m):
        best = max(best, dfs(i, j))
print(best)
