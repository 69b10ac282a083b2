k, n = map(int, input().split())
dp = list(range(n + 1))
for _ in range(k - 1):
    new = [0] * (n + 1)
    for f in range(1, n + 1):
        new[f] = 1 + min(max(dp[x - 1], new[f - x]) for x in range(1, f + 1))
    dp = new
print(dp[n])
