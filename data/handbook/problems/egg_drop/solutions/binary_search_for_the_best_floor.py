# dp over floors; of the two sides one rises and one falls with x, so look where they cross
k, n = map(int, input().split())
dp = list(range(n + 1))
for _ in range(k - 1):
    new = [0]
    for m in range(1, n + 1):
        lo, hi = 1, m
        while lo < hi:
            x = (lo + hi) // 2
            if dp[x - 1] < new[m - x]:
                lo = x + 1
            else:
                hi = x
        best = dp[lo - 1]
        if lo > 1:
            best = min(best, new[m - lo + 1])
        new.append(best + 1)
    dp = new
print(dp[n])
