from collections import deque

k, q = map(int, input().split())
moves = list(map(int, input().split()))
piles = list(map(int, input().split()))
N = 20
deg = [0] * (N + 1)
for i in range(N + 1):
    for m in moves:
        if m <= i:
            deg[i] += 1
res = [None] * (N + 1)
dq = deque()
for i in range(N + 1):
    if deg[i] == 0:
        res[i] = False
        dq.append(i)
while dq:
    v = dq.popleft()
    for m in moves:
        u = v + m
        if u > N or res[u] is not None:
            continue
        if not res[v]:
            res[u] = True
            dq.append(u)
        else:
            deg[u] -= 1
            if deg[u] == 0:
                res[u] = False
                dq.append(u)
for p in piles:
    print("first" if res[p] else "second")
