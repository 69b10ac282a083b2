h, w = map(int, input().split())
dp = [[int(c) for c in input()] for _ in range(h)]
ans = 0
for i in range(1, h):
    for j in range(1, w):
        if dp[i][j]:
            dp[i][j] = 1 + min(dp[i - 1][j], dp[i][j - 1], dp[i - 1][j - 1])
        ans = max(ans, dp[i][j])
print(ans)
