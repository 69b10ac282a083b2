n = int(input())
d = [list(map(int, input().split())) for _ in range(n)]
best = 10**18
used = [False] * n

def go(u, cnt, s):
    global best
    if s >= best:
        return
    if cnt == n:
        best = min(best, s + d[u][0])
        return
    for v in range(n):
        if not used[v]:
            used[v] = True
            go(v, cnt + 1, s + d[u][v])
            used[v] = False

used[0] = True
go(0, 1, 0)
print(best)
