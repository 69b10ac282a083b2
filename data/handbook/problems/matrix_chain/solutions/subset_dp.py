n = int(input())
d = list(map(int, input().split()))
full = 1 << (n + 1)
INF = 10**9
# mask: the borders that are still there
dp = [INF] * full
dp[full - 1] = 0
for mask in range(full - 1, 0, -1):
    if dp[mask] == INF:
        continue
    left = [i for i in range(n + 1) if mask >> i & 1]
    for l, k, r in zip(left, left[1:], left[2:]):
        new = mask ^ (1 << k)
        dp[new] = min(dp[new], dp[mask] + d[l] * d[k] * d[r])
print(dp[1 | 1 << n])
