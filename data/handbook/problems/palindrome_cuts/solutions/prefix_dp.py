s = input().strip()
n = len(s)
dp = [0] * (n + 1)
dp[0] = -1
for i in range(1, n + 1):
    dp[i] = i - 1
    for j in range(i):
        t = s[j:i]
        if t == t[::-1] and dp[j] + 1 < dp[i]:
            dp[i] = dp[j] + 1
print(dp[n])
