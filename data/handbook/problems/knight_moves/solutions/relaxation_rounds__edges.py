import sys


def bellman_ford(vertices, edges, source):
    distance = {v: None for v in vertices}
    distance[source] = 0
    for _ in range(len(vertices)):
        better = False
        for u, v in edges:
            if distance[u] is None:
                continue
            if distance[v] is None or distance[u] + 1 < distance[v]:
                distance[v] = distance[u] + 1
                better = True
        if not better:
            break
    return distance


def main():
    lines = sys.stdin.read().splitlines()
    n = int(lines[0])
    start = tuple(int(x) for x in lines[1].split())
    goal = tuple(int(x) for x in lines[2].split())
    squares = [(r, c) for r in range(1, n + 1) for c in range(1, n + 1)]
    edges = [(p, q) for p in squares for q in squares if {abs(p[0] - q[0]), abs(p[1] - q[1])} == {1, 2}]
    answer = bellman_ford(squares, edges, start)[goal]
    print(-1 if answer is None else answer)


if __name__ == "__main__":
    main()
