n = int(input())
a = list(map(int, input().split()))
INF = 10**9
dp = [INF] * n
dp[n - 1] = 0
for i in range(n - 2, -1, -1):
    for j in range(i + 1, min(n, i + a[i] + 1)):
        if dp[j] + 1 < dp[i]:
            dp[i] = dp[j] + 1
print(dp[0] if dp[0] < INF else -1)
