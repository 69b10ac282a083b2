import sys
sys.setrecursionlimit(10000)

n, m = map(int, input().split())
need = [[] for _ in range(n)]
for i in range(m):
    a, b = map(int, input().split())
    need[b - 1].append(a - 1)

color = [0] * n   # 0 new, 1 being worked on, 2 finished
term = [0] * n
ok = True


def dfs(v):
    global ok
    color[v] = 1
    best = 0
    for u in need[v]:
        if color[u] == 1:
            ok = False
            continue
        if color[u] == 0:
            dfs(u)
        if term[u] > best:
            best = term[u]
    term[v] = best + 1
    color[v] = 2


for v in range(n):
    if color[v] == 0:
        dfs(v)
print(max(term) if ok else -1)
