from collections import deque

n = int(input())
p = [0, 0] + list(map(int, input().split()))
deg = [0] * (n + 1)
for i in range(2, n + 1):
    deg[p[i]] += 1
sz = [1] * (n + 1)
q = deque(i for i in range(1, n + 1) if deg[i] == 0)
while q:
    u = q.popleft()
    if u == 1:
        break
    sz[p[u]] += sz[u]
    deg[p[u]] -= 1
    if deg[p[u]] == 0:
        q.append(p[u])
print(*sz[1:])
