h, w = map(int, input().split())
g = [input() for _ in range(h)]
INF = 10**7
d = [[INF] * w for _ in range(h)]
for r in range(h):
    for c in range(w):
        if g[r][c] == "S":
            d[r][c] = 0
        if g[r][c] == "T":
            tr, tc = r, c


def sweep(rs, cs):
    better = False
    for r in rs:
        row = d[r]
        line = g[r]
        for c in cs:
            if line[c] == "#":
                continue
            best = row[c]
            if r and d[r - 1][c] + 1 < best:
                best = d[r - 1][c] + 1
            if r + 1 < h and d[r + 1][c] + 1 < best:
                best = d[r + 1][c] + 1
            if c and row[c - 1] + 1 < best:
                best = row[c - 1] + 1
            if c + 1 < w and row[c + 1] + 1 < best:
                best = row[c + 1] + 1
            if best < row[c]:
                row[c] = best
                better = True
    return better


while True:
    down = sweep(range(h), range(w))
    up = sweep(range(h - 1, -1, -1), range(w - 1, -1, -1))
    if not down and not up:
        break
print(d[tr][tc] if d[tr][tc] < INF else -1)
