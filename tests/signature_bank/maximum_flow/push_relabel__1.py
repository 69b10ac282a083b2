n, m = map(int, input().split())
c = [[0] * n for _ in range(n)]
for _ in range(m):
    a, b, w = map(int, input().split())
    c[a - 1][b - 1] += w
h = [0] * n
ex = [0] * n
h[0] = n
for v in range(n):
    f = c[0][v]
    c[0][v] = 0
    c[v][0] += f
    ex[v] += f
while True:
    u = -1
    for i in range(1, n - 1):
        if ex[i] > 0:
            u = i
            break
    if u == -1:
        break
    pushed = False
    for v in range(n):
        if c[u][v] > 0 and h[u] == h[v] + 1:
            f = min(ex[u], c[u][v])
            c[u][v] -= f
            c[v][u] += f
            ex[u] -= f
            ex[v] += f
            pushed = True
            break
    if not pushed:
        h[u] = 1 + min(h[v] for v in range(n) if c[u][v] > 0)
print(ex[n - 1])
