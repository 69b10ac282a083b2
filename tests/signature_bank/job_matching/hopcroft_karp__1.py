from collections import deque

n, m, k = map(int, input().split())
g = [[] for _ in range(n)]
for _ in range(k):
    a, b = map(int, input().split())
    g[a - 1].append(b - 1)
L = [-1] * n
R = [-1] * m
dist = [0] * n

def bfs():
    q = deque()
    for u in range(n):
        if L[u] == -1:
            dist[u] = 0
            q.append(u)
        else:
            dist[u] = -1
    found = False
    while q:
        u = q.popleft()
        for v in g[u]:
            w = R[v]
            if w == -1:
                found = True
            elif dist[w] == -1:
                dist[w] = dist[u] + 1
                q.append(w)
    return found

def dfs(u):
    for v in g[u]:
        w = R[v]
        if w == -1 or (dist[w] == dist[u] + 1 and dfs(w)):
            L[u] = v
            R[v] = u
            return True
    dist[u] = -1
    return False

ans = 0
while bfs():
    for u in range(n):
        if L[u] == -1 and dfs(u):
            ans += 1
print(ans)
