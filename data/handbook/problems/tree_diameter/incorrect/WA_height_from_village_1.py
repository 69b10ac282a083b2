n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
depth = {1: 0}
todo = [1]
for v in todo:
    for u in g[v]:
        if u not in depth:
            depth[u] = depth[v] + 1
            todo.append(u)
print(max(depth.values()))
