from collections import deque

s, a, b, c, m = map(int, input().split())
nxt = [(a * x * x + b * x + c) % m for x in range(m)]
deg = [0] * m
for y in nxt:
    deg[y] += 1
q = deque(x for x in range(m) if deg[x] == 0)
removed = [False] * m
while q:
    x = q.popleft()
    removed[x] = True
    deg[nxt[x]] -= 1
    if deg[nxt[x]] == 0:
        q.append(nxt[x])
tail = 0
while removed[s]:
    s = nxt[s]
    tail += 1
cyc = 1
x = nxt[s]
while x != s:
    x = nxt[x]
    cyc += 1
print(tail, cyc)
