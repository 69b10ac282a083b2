n, k = map(int, input().split())
a = sorted(map(int, input().split()))
INF = 10**18
dp = [[0] * (k + 1) for _ in range(n)]
for i in range(n):
    dp[i][1] = INF
    for c in range(2, k + 1):
        for j in range(i):
            dp[i][c] = max(dp[i][c], min(dp[j][c - 1], a[i] - a[j]))
print(max(dp[i][k] for i in range(n)))
