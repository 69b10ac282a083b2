h, w = map(int, input().split())
a = [input() for _ in range(h)]
# dp[i][j]: side of the largest square whose lower right cell is (i-1, j-1)
dp = [[0] * (w + 1) for _ in range(h + 1)]
ans = 0
for i in range(1, h + 1):
    for j in range(1, w + 1):
        if a[i - 1][j - 1] == "1":
            dp[i][j] = min(dp[i - 1][j], dp[i][j - 1], dp[i - 1][j - 1]) + 1
            ans = max(ans, dp[i][j])
print(ans)
