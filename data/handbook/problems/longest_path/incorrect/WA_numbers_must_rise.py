n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
dp = [0] * (n + 1)
for v in range(1, n + 1):
    for u in g[v]:
        dp[u] = max(dp[u], dp[v] + 1)
print(max(dp))
