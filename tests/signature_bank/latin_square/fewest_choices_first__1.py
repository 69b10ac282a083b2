n = int(input())
g = [list(map(int, input().split())) for _ in range(n)]

def cand(r, c):
    used = set(g[r]) | {g[i][c] for i in range(n)}
    return [v for v in range(1, n + 1) if v not in used]

def go():
    best = None
    for r in range(n):
        for c in range(n):
            if g[r][c] == 0:
                v = cand(r, c)
                if best is None or len(v) < len(best[2]):
                    best = (r, c, v)
    if best is None:
        return 1
    r, c, vs = best
    res = 0
    for v in vs:
        g[r][c] = v
        res += go()
    g[r][c] = 0
    return res

print(go())
