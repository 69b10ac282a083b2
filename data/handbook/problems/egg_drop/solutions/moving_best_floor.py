# the best first floor never goes down when the tower grows
k, n = map(int, input().split())
dp = list(range(n + 1))
for e in range(2, k + 1):
    new = [0] * (n + 1)
    x = 1
    for m in range(1, n + 1):
        while x < m and max(dp[x - 1], new[m - x]) >= max(dp[x], new[m - x - 1]):
            x += 1
        new[m] = 1 + max(dp[x - 1], new[m - x])
    dp = new
print(dp[-1])
