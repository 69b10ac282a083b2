import sys


def distance(graph, start, goal):
    """Number of steps from start to goal, 0 if there is no way."""
    seen, level, steps = {start}, {start}, 0
    while level:
        steps += 1
        level = set().union(*(graph[v] for v in level)) - seen
        if goal in level:
            return steps
        seen |= level
    return 0


def main():
    lines = sys.stdin.read().splitlines()
    n = int(lines[0].split()[0])
    edges = [list(map(int, line.split())) for line in lines[1:] if line]
    graph = {v: set() for v in range(1, n + 1)}
    for u, v in edges:
        graph[u].add(v)
        graph[v].add(u)
    lengths = set()
    for u, v in edges:
        graph[u].remove(v)
        graph[v].remove(u)
        detour = distance(graph, u, v)
        if detour:
            lengths.add(detour + 1)
        graph[u].add(v)
        graph[v].add(u)
    print(min(lengths) if lengths else -1)


if __name__ == "__main__":
    main()
