n = int(input())
d = list(map(int, input().split()))
dp = [[0] * n for _ in range(n)]
for ln in range(2, n + 1):
    for i in range(n - ln + 1):
        j = i + ln - 1
        dp[i][j] = 10**18
        for k in range(i, j):
            dp[i][j] = min(dp[i][j], dp[i][k] + dp[k + 1][j] + d[i] * d[k + 1] * d[j + 1])
print(dp[0][n - 1])
