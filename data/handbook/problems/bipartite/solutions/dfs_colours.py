import sys

sys.setrecursionlimit(10**6)

n, m = map(int, input().split())
adj = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    adj[a].append(b)
    adj[b].append(a)
color = [0] * (n + 1)


def dfs(v, c):
    color[v] = c
    for u in adj[v]:
        if color[u] == c:
            return False
        if color[u] == 0 and not dfs(u, -c):
            return False
    return True


for v in range(1, n + 1):
    if color[v] == 0 and not dfs(v, 1):
        print("NO")
        break
else:
    print("YES")
