n, s = map(int, input().split())
coins = list(map(int, input().split()))
dp = [1] + [0] * s
for t in range(1, s + 1):
    for c in coins:
        if c <= t:
            dp[t] = (dp[t] + dp[t - c]) % (10**9 + 7)
print(dp[s])
