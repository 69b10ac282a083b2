import sys

sys.setrecursionlimit(10000)

n = int(input())
sr, sc = map(int, input().split())
tr, tc = map(int, input().split())
best = [[10**9] * (n + 1) for _ in range(n + 1)]


def visit(r, c, steps):
    if r < 1 or r > n or c < 1 or c > n or steps >= best[r][c]:
        return
    best[r][c] = steps
    visit(r + 1, c + 2, steps + 1)
    visit(r + 1, c - 2, steps + 1)
    visit(r - 1, c + 2, steps + 1)
    visit(r - 1, c - 2, steps + 1)
    visit(r + 2, c + 1, steps + 1)
    visit(r + 2, c - 1, steps + 1)
    visit(r - 2, c + 1, steps + 1)
    visit(r - 2, c - 1, steps + 1)


visit(sr, sc, 0)
print(best[tr][tc] if best[tr][tc] < 10**9 else -1)
