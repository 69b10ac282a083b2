n, s = map(int, input().split())
dp = [1] + [0] * s
for x in map(int, input().split()):
    if x == 0:
        dp = [2 * v for v in dp]
        continue
    for t in range(x, s + 1):
        dp[t] += dp[t - x]
print(dp[s])
