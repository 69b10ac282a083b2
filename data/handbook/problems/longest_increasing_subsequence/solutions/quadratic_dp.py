n = int(input())
a = list(map(int, input().split()))
dp = [1] * n
for i in range(n):
    x = a[i]
    best = 0
    for j in range(i):
        if a[j] < x and dp[j] > best:
            best = dp[j]
    dp[i] = best + 1
print(max(dp))
