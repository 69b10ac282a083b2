n, s = map(int, input().split())
dp = [1] + [0] * s
for x in map(int, input().split()):
    for t in range(s, x - 1, -1):
        dp[t] += dp[t - x]
print(dp[s])
