# dp[c][t + 150]: ways to pick c of the numbers so far with sum t
n, s = map(int, input().split())
a = list(map(int, input().split()))
Z = 150
dp = [[0] * (2 * Z + 1) for _ in range(4)]
dp[0][Z] = 1
for x in a:
    for c in range(2, -1, -1):
        for t in range(2 * Z + 1):
            if dp[c][t]:
                dp[c + 1][t + x] += dp[c][t]
print(dp[3][s + Z] if -Z <= s <= Z else 0)
