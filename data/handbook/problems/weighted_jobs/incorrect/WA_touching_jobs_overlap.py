from bisect import bisect_left

n = int(input())
jobs = sorted((tuple(map(int, input().split())) for _ in range(n)), key=lambda j: j[1])
ends = [j[1] for j in jobs]
dp = [0] * (n + 1)
for i, (s, e, v) in enumerate(jobs):
    dp[i + 1] = max(dp[i], dp[bisect_left(ends, s)] + v)
print(dp[n])
