n, m = map(int, input().split())
INF = 10**9
w = [[INF] * n for _ in range(n)]
for _ in range(m):
    a, b, c = map(int, input().split())
    if c < w[a - 1][b - 1]:
        w[a - 1][b - 1] = c
dist = [INF] * n
dist[0] = 0
done = [False] * n
for _ in range(n):
    v = -1
    for i in range(n):
        if not done[i] and (v == -1 or dist[i] < dist[v]):
            v = i
    done[v] = True
    for u in range(n):
        if dist[v] + w[v][u] < dist[u]:
            dist[u] = dist[v] + w[v][u]
print(dist[-1] if dist[-1] < INF else -1)
