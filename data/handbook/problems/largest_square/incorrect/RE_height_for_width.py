h, w = map(int, input().split())
a = [input() for _ in range(h)]
dp = [[0] * (h + 1) for _ in range(h + 1)]
ans = 0
for i in range(h):
    for j in range(h):
        if a[i][j] == "1":
            dp[i + 1][j + 1] = min(dp[i][j], dp[i][j + 1], dp[i + 1][j]) + 1
            ans = max(ans, dp[i + 1][j + 1])
print(ans)
