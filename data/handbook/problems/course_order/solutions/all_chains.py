import sys

n, m = map(int, input().split())
nxt = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    nxt[a].append(b)
used = [False] * (n + 1)
best = 0


def go(v, length):
    global best
    best = max(best, length)
    used[v] = True
    for u in nxt[v]:
        if used[u]:
            print(-1)
            sys.exit()
        go(u, length + 1)
    used[v] = False


for s in range(1, n + 1):
    go(s, 1)
print(best)
