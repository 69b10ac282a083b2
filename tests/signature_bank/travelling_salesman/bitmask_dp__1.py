n = int(input())
d = [list(map(int, input().split())) for _ in range(n)]
INF = 10**18
dp = [[INF] * n for _ in range(1 << n)]
dp[1][0] = 0
for mask in range(1 << n):
    for u in range(n):
        if dp[mask][u] == INF:
            continue
        for v in range(n):
            if not mask & (1 << v):
                t = mask | (1 << v)
                dp[t][v] = min(dp[t][v], dp[mask][u] + d[u][v])
print(min(dp[-1][u] + d[u][0] for u in range(1, n)))
