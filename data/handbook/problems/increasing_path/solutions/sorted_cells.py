r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
cells = sorted((a[i][j], i, j) for i in range(r) for j in range(c))
dp = [[1] * c for _ in range(r)]
for v, i, j in cells:
    for x, y in (i, j + 1), (i, j - 1), (i + 1, j), (i - 1, j):
        if 0 <= x < r and 0 <= y < c and a[x][y] < v:
            dp[i][j] = max(dp[i][j], dp[x][y] + 1)
print(max(map(max, dp)))
