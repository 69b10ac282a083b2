n, m = map(int, input().split())
dp = [0] * (n + 2)
dp[1] = 1
for i in range(2, n + 1):
    dp[i] = 2 * dp[i - 1]
    for j in range(1, i - 1):
        dp[i] += dp[j] * dp[i - 1 - j]
print(dp[n] % m)
