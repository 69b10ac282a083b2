import sys
input = sys.stdin.readline

n, m = map(int, input().split())
adj = [[] for _ in range(n + 1)]
edges = []
for _ in range(m):
    a, b = map(int, input().split())
    adj[a].append(b)
    edges.append((a, b))

visited = [False] * (n + 1)
order = []

def dfs(v):
    visited[v] = True
    for u in adj[v]:
        if not visited[u]:
            dfs(u)
    order.append(v)

for v in range(1, n + 1):
    if not visited[v]:
        dfs(v)
order.reverse()
pos = [0] * (n + 1)
for i, v in enumerate(order):
    pos[v] = i

# an edge pointing backwards in the order means a cycle
if any(pos[a] > pos[b] for a, b in edges):
    print(-1)
else:
    dp = [1] * (n + 1)
    for v in order:
        for u in adj[v]:
            dp[u] = max(dp[u], dp[v] + 1)
    print(max(dp[1:]))
