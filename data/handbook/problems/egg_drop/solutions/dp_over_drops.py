k, n = map(int, input().split())
dp = [0] * (k + 1)
m = 0
while dp[k] < n:
    m += 1
    for i in range(k, 0, -1):
        dp[i] += dp[i - 1] + 1
print(m)
