import sys
from collections import defaultdict
from typing import DefaultDict, Dict, List


class Graph:
    def __init__(self, vertices: int) -> None:
        self.vertices = vertices
        self.adjacent: DefaultDict[int, List[int]] = defaultdict(list)

    def add_edge(self, source: int, target: int) -> None:
        self.adjacent[source].append(target)

    def topological_order(self) -> List[int]:
        """Kahn's algorithm."""
        indegree: Dict[int, int] = {v: 0 for v in range(self.vertices)}
        for targets in self.adjacent.values():
            for target in targets:
                indegree[target] += 1
        order = [v for v in indegree if indegree[v] == 0]
        for vertex in order:
            for target in self.adjacent[vertex]:
                indegree[target] -= 1
                if not indegree[target]:
                    order.append(target)
        return order

    def longest_path(self) -> int:
        length = [0] * self.vertices
        for vertex in self.topological_order():
            for target in self.adjacent[vertex]:
                length[target] = max(length[target], length[vertex] + 1)
        return max(length)


def main() -> None:
    data = [int(x) for x in sys.stdin.read().split()]
    graph = Graph(data[0])
    for i in range(data[1]):
        graph.add_edge(data[2 + 2 * i] - 1, data[3 + 2 * i] - 1)
    print(graph.longest_path())


if __name__ == "__main__":
    main()
