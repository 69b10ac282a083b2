n = int(input())
a = list(map(int, input().split()))
dp = [0] * n
for i in range(1, n):
    dp[i] = 1 + min(dp[j] for j in range(i) if j + a[j] >= i)
print(dp[-1])
