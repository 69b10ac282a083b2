import sys

input = sys.stdin.readline

n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for i in range(m):
    x, y = map(int, input().split())
    g[x].append(y)
    g[y].append(x)
vis = [0] * (n + 1)


def dfs(s, v, left):
    if left == 0:
        return s in g[v]
    vis[v] = 1
    for u in g[v]:
        if not vis[u] and dfs(s, u, left - 1):
            vis[v] = 0
            return True
    vis[v] = 0
    return False


ans = -1
for length in range(3, n + 1):
    if any(dfs(s, s, length - 1) for s in range(1, n + 1)):
        ans = length
        break
print(ans)
