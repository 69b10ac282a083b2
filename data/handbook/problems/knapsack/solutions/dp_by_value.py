n, w = map(int, input().split())
items = [tuple(map(int, input().split())) for _ in range(n)]
total = sum(b for a, b in items)
INF = 10**9
dp = [0] + [INF] * total
for a, b in items:
    for v in range(total, b - 1, -1):
        dp[v] = min(dp[v], dp[v - b] + a)
print(max(v for v in range(total + 1) if dp[v] <= w))
