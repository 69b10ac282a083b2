# c[i][j] = number of walks from i to j of a given length that never turn back at once
n, m = map(int, input().split())
a = [[0] * n for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    a[u - 1][v - 1] = 1
    a[v - 1][u - 1] = 1
deg = [sum(r) for r in a]


def mul(x, y):
    z = [[0] * n for _ in range(n)]
    for i in range(n):
        for k in range(n):
            if x[i][k]:
                for j in range(n):
                    z[i][j] += x[i][k] * y[k][j]
    return z


prev = a
cur = mul(a, a)
for i in range(n):
    cur[i][i] -= deg[i]
ans = -1
for length in range(3, n + 1):
    nxt = mul(cur, a)
    for i in range(n):
        for j in range(n):
            nxt[i][j] -= prev[i][j] * (deg[j] - 1)
    prev, cur = cur, nxt
    if any(cur[i][i] for i in range(n)):
        ans = length
        break
print(ans)
