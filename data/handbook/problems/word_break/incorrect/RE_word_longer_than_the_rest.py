s = input()
input()
words = set(input().split())
n = len(s)
dp = [0] * (n + 1)
dp[n] = 1
for i in range(n - 1, -1, -1):
    for w in words:
        if all(s[i + k] == w[k] for k in range(len(w))):
            dp[i] += dp[i + len(w)]
print(dp[0])
