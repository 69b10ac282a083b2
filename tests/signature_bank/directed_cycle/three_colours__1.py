import sys
sys.setrecursionlimit(10**6)
n, m = map(int, input().split())
g = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, input().split())
    g[a].append(b)
c = [0] * (n + 1)

def dfs(u):
    c[u] = 1
    for v in g[u]:
        if c[v] == 1:
            return True
        if c[v] == 0 and dfs(v):
            return True
    c[u] = 2
    return False

print("YES" if any(c[i] == 0 and dfs(i) for i in range(1, n + 1)) else "NO")
