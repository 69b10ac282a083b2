n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)


def height(v, p):
    return 1 + max((height(u, v) for u in g[v] if u != p), default=0)


print(sum(sorted((height(u, 1) for u in g[1]), reverse=True)[:2]))
