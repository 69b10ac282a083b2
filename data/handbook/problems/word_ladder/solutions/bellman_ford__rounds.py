import sys
from typing import List, Tuple

INF = float("inf")


def is_step(u: str, v: str) -> bool:
    return len([1 for p, q in zip(u, v) if p != q]) == 1


def shortest(count: int, edges: List[Tuple[int, int]], source: int) -> List[float]:
    """count - 1 rounds over all edges, each in both directions."""
    distance = [INF] * count
    distance[source] = 0
    for _ in range(count - 1):
        for u, v in edges:
            distance[v] = min(distance[v], distance[u] + 1)
            distance[u] = min(distance[u], distance[v] + 1)
    return distance


def main() -> None:
    start, goal = sys.stdin.readline().split()
    sys.stdin.readline()
    vertices = sys.stdin.readline().split()
    if goal not in vertices:
        print(-1)
        return
    if start not in vertices:
        vertices.append(start)
    pairs = [(i, j) for i in range(len(vertices)) for j in range(i) if is_step(vertices[i], vertices[j])]
    result = shortest(len(vertices), pairs, vertices.index(start))[vertices.index(goal)]
    print(-1 if result == INF else result)


if __name__ == "__main__":
    main()
