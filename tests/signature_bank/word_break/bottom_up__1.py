s = input().strip()
words = input().split()
n = len(s)
dp = [0] * (n + 1)
dp[0] = 1
for i in range(1, n + 1):
    for w in words:
        if i >= len(w) and s[i - len(w):i] == w:
            dp[i] += dp[i - len(w)]
print(dp[n])
