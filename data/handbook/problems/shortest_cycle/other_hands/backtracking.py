import sys


def read_graph():
    data = iter(sys.stdin.read().split())
    size, count = int(next(data)), int(next(data))
    links = {v: [] for v in range(1, size + 1)}
    for _ in range(count):
        p, q = int(next(data)), int(next(data))
        links[p].append(q)
        links[q].append(p)
    return links


class Search:
    def __init__(self, links):
        self.links = links
        self.record = float("inf")
        self.trail = []

    def extend(self, square):
        self.trail.append(square)
        home = self.trail[0]
        steps = len(self.trail)
        if steps > 2 and home in self.links[square]:
            self.record = min(self.record, steps)
        elif steps + 1 < self.record:
            for other in self.links[square]:
                if other > home and other not in self.trail:
                    self.extend(other)
        self.trail.pop()


search = Search(read_graph())
for home in search.links:
    search.extend(home)
print(search.record if search.trail == [] and search.record < float("inf") else -1)
