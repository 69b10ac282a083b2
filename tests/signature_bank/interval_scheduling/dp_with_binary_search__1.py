from bisect import bisect_right

n = int(input())
a = sorted([tuple(map(int, input().split())) for _ in range(n)], key=lambda x: x[1])
ends = [r for _, r in a]
dp = [0] * (n + 1)
for i in range(1, n + 1):
    l, r = a[i - 1]
    j = bisect_right(ends, l, 0, i - 1)
    dp[i] = max(dp[i - 1], dp[j] + 1)
print(dp[n])
