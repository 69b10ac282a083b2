import sys


def search(graph, path, left):
    if left == 0:
        return path
    here = path[-1]
    for there in sorted(graph[here]):
        graph[here].discard(there)
        graph[there].discard(here)
        found = search(graph, path + [there], left - 1)
        if found:
            return found
        graph[here].add(there)
        graph[there].add(here)
    return None


lines = sys.stdin.read().splitlines()
graph = {}
for line in lines[1:]:
    a, b = map(int, line.split())
    graph.setdefault(a, set()).add(b)
    graph.setdefault(b, set()).add(a)
start = min([v for v in graph if len(graph[v]) % 2] or [1])
print(*search(graph, [start], len(lines) - 1))
