import sys
from collections import deque


class Network:
    def __init__(self, n, cables):
        self.n = n
        self.cables = cables
        self.at = [[] for _ in range(n + 1)]
        self.alive = [True] * len(cables)
        for k, (a, b, _) in enumerate(cables):
            self.at[a].append(k)
            self.at[b].append(k)

    def whole(self):
        reached = [False] * (self.n + 1)
        reached[self.n] = True
        waiting = deque([self.n])
        found = 1
        while waiting:
            v = waiting.popleft()
            for k in self.at[v]:
                if not self.alive[k]:
                    continue
                a, b, _ = self.cables[k]
                u = a + b - v
                if not reached[u]:
                    reached[u] = True
                    found += 1
                    waiting.append(u)
        return found == self.n

    def thin_out(self):
        for k in sorted(range(len(self.cables)), key=lambda k: self.cables[k][2])[::-1]:
            self.alive[k] = False
            if not self.whole():
                self.alive[k] = True

    def price(self):
        return sum(cable[2] for cable, alive in zip(self.cables, self.alive) if alive)


header, *rows = sys.stdin.read().strip().split("\n")
net = Network(int(header.split()[0]), [tuple(map(int, row.split())) for row in rows])
if net.whole():
    net.thin_out()
    print(net.price())
else:
    print(-1)
