n, s = map(int, input().split())
coins = list(map(int, input().split()))
MOD = 10**9 + 7
dp = [1] + [0] * s
for c in coins:
    for i in range(c, s + 1):
        dp[i] = (dp[i] + dp[i - c]) % MOD
print(dp[s])
