from bisect import bisect_right

n = int(input())
jobs = []
for _ in range(n):
    s, e, v = map(int, input().split())
    jobs.append((e, s, v))
jobs.sort()
ends = [j[0] for j in jobs]
dp = [0] * (n + 1)
for i in range(1, n + 1):
    e, s, v = jobs[i - 1]
    k = bisect_right(ends, s)
    dp[i] = max(dp[i - 1], dp[k] + v)
print(dp[n])
