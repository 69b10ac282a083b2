s = input().strip()
n = len(s)
dp = [0] * (n + 1)
dp[0] = 1
for i in range(1, n + 1):
    if s[i - 1] != "0":
        dp[i] += dp[i - 1]
    if i >= 2 and 10 <= int(s[i - 2 : i]) <= 26:
        dp[i] += dp[i - 2]
print(dp[n])
