n, m = map(int, input().split())
dp = [[0] * (n + 2) for _ in range(2 * n + 1)]
dp[0][0] = 1
for i in range(2 * n):
    for b in range(n + 1):
        if b < n:
            dp[i + 1][b + 1] += dp[i][b]
        if b > 0:
            dp[i + 1][b - 1] += dp[i][b]
print(dp[2 * n][0] % m)
