from collections import deque

n, m, k = map(int, input().split())
adj = [[] for _ in range(n)]
for _ in range(k):
    u, v = map(int, input().split())
    adj[u - 1].append(v - 1)
pu = [-1] * n
pv = [-1] * m
dist = [0] * n


def bfs():
    q = deque()
    for u in range(n):
        if pu[u] < 0:
            dist[u] = 0
            q.append(u)
        else:
            dist[u] = -1
    found = False
    while q:
        u = q.popleft()
        for v in adj[u]:
            w = pv[v]
            if w < 0:
                found = True
            elif dist[w] < 0:
                dist[w] = dist[u] + 1
                q.append(w)
    return found


def dfs(u):
    for v in adj[u]:
        w = pv[v]
        if w < 0 or (dist[w] == dist[u] + 1 and dfs(w)):
            pu[u] = v
            pv[v] = u
            return True
    dist[u] = -1
    return False


res = 0
while bfs():
    for u in range(n):
        if pu[u] < 0 and dfs(u):
            res += 1
print(res)
