h, w = map(int, input().split())
dp = [[0] * (w + 1) for _ in range(h + 1)]
for i in range(1, h + 1):
    row = list(map(int, input().split()))
    for j in range(1, w + 1):
        dp[i][j] = row[j - 1] + min(dp[i - 1][j], dp[i][j - 1])
print(dp[h][w])
