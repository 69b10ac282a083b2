import heapq
import sys


class Front:
    def __init__(self, limit):
        self.limit = limit
        self.points = [(0, 0)]  # (weight, -value)

    def add(self, weight, value):
        moved = [(w + weight, v - value) for w, v in self.points]
        kept = []
        for point in heapq.merge(self.points, moved):
            if point[0] > self.limit:
                break
            if kept and kept[-1][1] <= point[1]:
                continue
            kept.append(point)
        self.points = kept

    def best(self):
        return -self.points[-1][1]


data = iter(sys.stdin.read().split())
n, limit = int(next(data)), int(next(data))
front = Front(limit)
for _ in range(n):
    front.add(int(next(data)), int(next(data)))
print(front.best())
