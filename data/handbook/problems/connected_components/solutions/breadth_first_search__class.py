import sys
from collections import deque
from typing import Deque, Dict, List, Set


class Graph:
    """Undirected graph as a dictionary of neighbour lists."""

    def __init__(self, vertices: int) -> None:
        self.neighbours: Dict[int, List[int]] = {v: [] for v in range(1, vertices + 1)}

    def connect(self, a: int, b: int) -> None:
        self.neighbours[a].append(b)
        self.neighbours[b].append(a)

    def component(self, start: int) -> Set[int]:
        found = {start}
        queue: Deque[int] = deque()
        queue.append(start)
        while len(queue) > 0:
            for neighbour in self.neighbours[queue.popleft()]:
                if neighbour in found:
                    continue
                found.add(neighbour)
                queue.append(neighbour)
        return found


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    graph = Graph(n)
    for _ in range(m):
        graph.connect(*map(int, sys.stdin.readline().split()))
    done: Set[int] = set()
    count = 0
    for vertex in graph.neighbours:
        if vertex not in done:
            done |= graph.component(vertex)
            count += 1
    print(count)


if __name__ == "__main__":
    main()
