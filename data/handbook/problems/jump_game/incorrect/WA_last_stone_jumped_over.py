n = int(input())
a = list(map(int, input().split()))
dp = [10**9] * n
dp[0] = 0
for i in range(n):
    if i + a[i] < n:
        for j in range(i + 1, i + a[i] + 1):
            dp[j] = min(dp[j], dp[i] + 1)
print(dp[-1] if dp[-1] < 10**9 else -1)
