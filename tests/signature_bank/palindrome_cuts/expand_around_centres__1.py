s = input().strip()
n = len(s)
dp = list(range(-1, n))
for c in range(n):
    for l, r in ((c, c), (c, c + 1)):
        while l >= 0 and r < n and s[l] == s[r]:
            dp[r + 1] = min(dp[r + 1], dp[l] + 1)
            l -= 1
            r += 1
print(dp[n])
