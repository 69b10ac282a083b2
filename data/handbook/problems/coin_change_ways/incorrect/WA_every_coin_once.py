n, s = map(int, input().split())
dp = [1] + [0] * s
for c in map(int, input().split()):
    for t in range(s, c - 1, -1):
        dp[t] = (dp[t] + dp[t - c]) % (10**9 + 7)
print(dp[s])
