import sys
from collections import deque


class PushRelabel:
    def __init__(self, size):
        self.size = size
        self.residual = [[0] * size for _ in range(size)]

    def run(self, source, sink):
        height = [0] * self.size
        excess = [0] * self.size
        height[source] = self.size
        active = deque()
        for v, amount in enumerate(self.residual[source]):
            if amount:
                excess[v] += amount
                self.residual[v][source] += amount
                self.residual[source][v] = 0
                if v != sink:
                    active.append(v)
        while active:
            u = active.popleft()
            while excess[u]:
                lowest = None
                for v in range(self.size):
                    if not self.residual[u][v]:
                        continue
                    if height[u] > height[v]:
                        amount = min(excess[u], self.residual[u][v])
                        self.residual[u][v] -= amount
                        self.residual[v][u] += amount
                        excess[u] -= amount
                        if not excess[v] and v not in (source, sink):
                            active.append(v)
                        excess[v] += amount
                        if not excess[u]:
                            break
                    elif lowest is None or height[v] < lowest:
                        lowest = height[v]
                if excess[u]:
                    height[u] = lowest + 1 if lowest is not None else height[u] + 1
        return excess[sink]


lines = [[int(x) for x in line.split()] for line in sys.stdin.read().splitlines()]
solver = PushRelabel(lines[0][0])
for a, b, cap in lines[1:]:
    solver.residual[a - 1][b - 1] += cap
print(solver.run(0, lines[0][0] - 1))
