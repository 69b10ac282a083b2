from itertools import permutations

n = int(input())
g = [list(map(int, input().split())) for _ in range(n)]
rows = []

def go(r):
    if r == n:
        return 1
    res = 0
    for p in permutations(range(1, n + 1)):
        if all(g[r][c] in (0, p[c]) for c in range(n)) and all(q[c] != p[c] for q in rows for c in range(n)):
            rows.append(p)
            res += go(r + 1)
            rows.pop()
    return res

print(go(0))
