n = int(input())
r = [tuple(map(int, input().split())) for _ in range(n)]
xs = sorted(set([a for a, b, c, d in r] + [c for a, b, c, d in r]))
ys = sorted(set([b for a, b, c, d in r] + [d for a, b, c, d in r]))
ix = {v: i for i, v in enumerate(xs)}
iy = {v: i for i, v in enumerate(ys)}
g = [[0] * len(ys) for _ in xs]
for a, b, c, d in r:
    for i in range(ix[a], ix[c]):
        for j in range(iy[b], iy[d]):
            g[i][j] = 1
s = 0
for i in range(len(xs) - 1):
    for j in range(len(ys) - 1):
        if g[i][j]:
            s += (xs[i + 1] - xs[i]) * (ys[j + 1] - ys[j])
print(s)
