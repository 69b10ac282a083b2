n, m = map(int, input().split())
g = [input() for _ in range(n)]
p = list(range(n * m))
sz = [1] * (n * m)

def find(x):
    while p[x] != x:
        p[x] = p[p[x]]
        x = p[x]
    return x

def union(a, b):
    a, b = find(a), find(b)
    if a != b:
        if sz[a] < sz[b]:
            a, b = b, a
        p[b] = a
        sz[a] += sz[b]

for i in range(n):
    for j in range(m):
        if g[i][j] == '#':
            if i + 1 < n and g[i + 1][j] == '#':
                union(i * m + j, i * m + m + j)
            if j + 1 < m and g[i][j + 1] == '#':
                union(i * m + j, i * m + j + 1)
print(max((sz[find(i * m + j)] for i in range(n) for j in range(m) if g[i][j] == '#'), default=0))
