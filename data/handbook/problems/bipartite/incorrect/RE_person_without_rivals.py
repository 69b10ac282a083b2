import sys

data = list(map(int, sys.stdin.read().split()))
n = data[0]
graph = {}
for a, b in zip(data[2::2], data[3::2]):
    graph.setdefault(a, []).append(b)
    graph.setdefault(b, []).append(a)
color = {}
ok = True
for start in range(1, n + 1):
    if start in color:
        continue
    color[start] = 0
    stack = [start]
    while stack:
        v = stack.pop()
        for u in graph[v]:
            if u not in color:
                color[u] = 1 - color[v]
                stack.append(u)
            elif color[u] == color[v]:
                ok = False
print("YES" if ok else "NO")
