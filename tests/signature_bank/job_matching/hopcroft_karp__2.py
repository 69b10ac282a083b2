import sys
from collections import defaultdict, deque


class HopcroftKarp:
    def __init__(self, graph):
        self.graph = graph
        self.left = {}
        self.right = {}

    def layers(self):
        self.level = {u: 0 for u in self.graph if u not in self.left}
        queue = deque(self.level)
        reached = False
        while queue:
            u = queue.popleft()
            for v in self.graph[u]:
                partner = self.right.get(v)
                if partner is None:
                    reached = True
                elif partner not in self.level:
                    self.level[partner] = self.level[u] + 1
                    queue.append(partner)
        return reached

    def augment(self, u):
        for v in self.graph[u]:
            partner = self.right.get(v)
            if partner is None or (self.level.get(partner) == self.level[u] + 1 and self.augment(partner)):
                self.left[u] = v
                self.right[v] = u
                return True
        self.level[u] = None
        return False

    def solve(self):
        while self.layers():
            for u in list(self.graph):
                if u not in self.left:
                    self.augment(u)
        return len(self.left)


numbers = list(map(int, sys.stdin.read().split()))[3:]
graph = defaultdict(list)
for a, b in zip(numbers[::2], numbers[1::2]):
    graph[a].append(b)
print(HopcroftKarp(graph).solve())
