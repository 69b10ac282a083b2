n = int(input())
a = list(map(int, input().split()))
dp = [0] * (n + 2)
for i in range(n):
    dp[i + 2] = max(dp[i + 1], dp[i] + a[i])
print(dp[n + 1])
