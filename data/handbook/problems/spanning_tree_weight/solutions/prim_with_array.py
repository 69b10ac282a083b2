n, m = map(int, input().split())
INF = 10**9
w = [[INF] * n for _ in range(n)]
for _ in range(m):
    a, b, c = map(int, input().split())
    a -= 1
    b -= 1
    w[a][b] = w[b][a] = min(w[a][b], c)
key = [INF] * n
key[0] = 0
out = [False] * n
total = 0
for _ in range(n):
    v = min((i for i in range(n) if not out[i]), key=lambda i: key[i])
    if key[v] == INF:
        total = -1
        break
    out[v] = True
    total += key[v]
    for u in range(n):
        if not out[u] and w[v][u] < key[u]:
            key[u] = w[v][u]
print(total)
