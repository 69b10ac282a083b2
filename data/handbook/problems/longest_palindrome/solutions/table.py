s = input()
n = len(s)
dp = [[False] * n for _ in range(n)]
ans = 1
for i in range(n):
    dp[i][i] = True
for k in range(2, n + 1):
    for i in range(n - k + 1):
        j = i + k - 1
        if s[i] == s[j] and (k == 2 or dp[i + 1][j - 1]):
            dp[i][j] = True
            ans = max(ans, k)
print(ans)
