n = int(input())
d = list(map(int, input().split()))
dp = [[0] * n for _ in range(n)]
for length in range(2, n + 1):
    for i in range(n - length + 1):
        j = i + length - 1
        dp[i][j] = 10**18
        for k in range(i, j):
            c = dp[i][k] + dp[k + 1][j] + d[i] * d[k + 1] * d[j + 1]
            if c < dp[i][j]:
                dp[i][j] = c
print(dp[0][n - 1])
