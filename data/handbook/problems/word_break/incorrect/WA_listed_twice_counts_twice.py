s = input()
input()
words = input().split()
dp = [1] + [0] * len(s)
for i in range(1, len(s) + 1):
    for w in words:
        if s[:i].endswith(w):
            dp[i] += dp[i - len(w)]
print(dp[-1])
