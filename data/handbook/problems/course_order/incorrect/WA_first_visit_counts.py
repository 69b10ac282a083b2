from collections import deque

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
free = [True] * (n + 1)
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
    free[b] = False
term = {v: 1 for v in range(1, n + 1) if free[v]}
q = deque(term)
while q:
    v = q.popleft()
    for u in g[v]:
        if u not in term:
            term[u] = term[v] + 1
            q.append(u)
print(max(term.values()) if len(term) == n else -1)
