n = int(input())
a = list(map(int, input().split()))
INF = 10**9
dp = [INF] * n
dp[0] = 0
for i in range(n):
    for j in range(i + 1, min(n, i + a[i] + 1)):
        dp[j] = min(dp[j], dp[i] + 1)
print(dp[-1])
