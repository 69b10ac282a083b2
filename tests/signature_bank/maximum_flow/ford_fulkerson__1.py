n, m = map(int, input().split())
c = [[0] * n for _ in range(n)]
for _ in range(m):
    a, b, w = map(int, input().split())
    c[a - 1][b - 1] += w

def dfs(u, f, seen):
    if u == n - 1:
        return f
    seen[u] = True
    for v in range(n):
        if not seen[v] and c[u][v] > 0:
            d = dfs(v, min(f, c[u][v]), seen)
            if d > 0:
                c[u][v] -= d
                c[v][u] += d
                return d
    return 0

ans = 0
while True:
    d = dfs(0, 10**18, [False] * n)
    if d == 0:
        break
    ans += d
print(ans)
