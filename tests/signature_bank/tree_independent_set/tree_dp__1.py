import sys
sys.setrecursionlimit(10**6)
n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)

def dfs(u, p):
    take, skip = 1, 0
    for v in g[u]:
        if v != p:
            t, s = dfs(v, u)
            take += s
            skip += max(t, s)
    return take, skip

print(max(dfs(1, 0)))
