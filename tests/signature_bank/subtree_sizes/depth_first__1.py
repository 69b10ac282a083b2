import sys
sys.setrecursionlimit(10**6)
n = int(input())
p = list(map(int, input().split()))
ch = [[] for _ in range(n + 1)]
for i in range(2, n + 1):
    ch[p[i - 2]].append(i)
sz = [1] * (n + 1)

def dfs(u):
    for v in ch[u]:
        dfs(v)
        sz[u] += sz[v]

dfs(1)
print(*sz[1:])
