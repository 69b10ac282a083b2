s = input()
input()
words = set(input().split())
n = len(s)
dp = [0] * (n + 1)
dp[0] = 1
for i in range(1, n + 1):
    for j in range(i):
        if s[j:i] in words:
            dp[i] += dp[j]
print(dp[n])
