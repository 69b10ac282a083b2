import sys


class Graph:
    def __init__(self, vertices: int) -> None:
        self.adj: list[list[int]] = [[] for _ in range(vertices)]
        self.done: set[int] = set()
        self.path: set[int] = set()

    def visit(self, v: int) -> bool:
        self.path.add(v)
        for w in self.adj[v]:
            if w in self.path:
                return True
            if w not in self.done and self.visit(w):
                return True
        self.path.remove(v)
        self.done.add(v)
        return False

    def cyclic(self) -> bool:
        return any(v not in self.done and self.visit(v) for v in range(len(self.adj)))


lines = sys.stdin.read().splitlines()
graph = Graph(int(lines[0].split()[0]))
for line in lines[1:]:
    u, v = map(int, line.split())
    graph.adj[u - 1].append(v - 1)
print("YES" if graph.cyclic() else "NO")
