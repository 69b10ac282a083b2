import fileinput


def shortest_round_trip(n, graph):
    best = None
    # every trip is walked from its smallest square
    stack = [(s,) for s in range(1, n + 1)]
    while stack:
        path = stack.pop()
        if best is not None and len(path) >= best:
            continue
        first, last = path[0], path[-1]
        if len(path) > 2 and first in graph[last]:
            best = len(path)
            continue
        stack.extend(path + (x,) for x in graph[last] if x > first and x not in path)
    return best


lines = fileinput.input()
n, m = map(int, next(lines).split())
graph = [set() for _ in range(n + 1)]
for line in lines:
    u, v = map(int, line.split())
    graph[u] |= {v}
    graph[v] |= {u}
answer = shortest_round_trip(n, graph)
print(answer or -1)
