n, w = map(int, input().split())
dp = [0] * (w + 1)
for _ in range(n):
    a, b = map(int, input().split())
    for j in range(a, w + 1):
        dp[j] = max(dp[j], dp[j - a] + b)
print(dp[w])
