n = int(input())
dp = [0] * (n + 1)
dp[1] = 1
for i in range(2, n + 1):
    dp[i] = dp[i // 2] + i % 2
print(sum(dp))
