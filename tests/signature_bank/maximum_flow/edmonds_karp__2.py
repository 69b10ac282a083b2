import sys
from collections import defaultdict, deque


class Network:
    def __init__(self):
        self.capacity = defaultdict(lambda: defaultdict(int))

    def connect(self, a, b, amount):
        self.capacity[a][b] += amount
        self.capacity[b][a] += 0

    def shortest_path(self, source, sink):
        came_from = {source: None}
        queue = deque([source])
        while queue and sink not in came_from:
            here = queue.popleft()
            for there, left in self.capacity[here].items():
                if left > 0 and there not in came_from:
                    came_from[there] = here
                    queue.append(there)
        if sink not in came_from:
            return []
        path = []
        while came_from[sink] is not None:
            path.append((came_from[sink], sink))
            sink = came_from[sink]
        return path

    def max_flow(self, source, sink):
        total = 0
        while path := self.shortest_path(source, sink):
            pushed = min(self.capacity[a][b] for a, b in path)
            for a, b in path:
                self.capacity[a][b] -= pushed
                self.capacity[b][a] += pushed
            total += pushed
        return total


rows = [list(map(int, line.split())) for line in sys.stdin]
net = Network()
for a, b, amount in rows[1:]:
    net.connect(a, b, amount)
print(net.max_flow(1, rows[0][0]))
