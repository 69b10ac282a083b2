# row by row only: looks up and left
r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
dp = [[1] * c for _ in range(r)]
for i in range(r):
    for j in range(c):
        if i and a[i - 1][j] < a[i][j]:
            dp[i][j] = max(dp[i][j], dp[i - 1][j] + 1)
        if j and a[i][j - 1] < a[i][j]:
            dp[i][j] = max(dp[i][j], dp[i][j - 1] + 1)
print(max(map(max, dp)))
