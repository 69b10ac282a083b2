n, s = map(int, input().split())
a = list(map(int, input().split()))
dp = [1] + [0] * sum(a)
for x in a:
    for t in range(sum(a), x - 1, -1):
        dp[t] += dp[t - x]
print(dp[s])
