import sys
sys.setrecursionlimit(10**6)
n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
ans = n + 1

def dfs(u, p):
    global ans
    s = 1
    big = 0
    for v in g[u]:
        if v != p:
            c = dfs(v, u)
            s += c
            big = max(big, c)
    big = max(big, n - s)
    if big * 2 <= n:
        ans = min(ans, u)
    return s

dfs(1, 0)
print(ans)
