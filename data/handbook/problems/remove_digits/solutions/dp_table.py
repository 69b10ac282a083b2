s, k = input().split()
n = len(s)
m = n - int(k)
INF = 10**20
# dp[i][j]: smallest number made of j digits of the first i
dp = [[INF] * (m + 1) for _ in range(n + 1)]
dp[0][0] = 0
for i in range(1, n + 1):
    d = int(s[i - 1])
    for j in range(m + 1):
        dp[i][j] = dp[i - 1][j]
        if j > 0 and dp[i - 1][j - 1] < INF:
            dp[i][j] = min(dp[i][j], dp[i - 1][j - 1] * 10 + d)
print(dp[n][m])
