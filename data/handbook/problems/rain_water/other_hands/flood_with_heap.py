import heapq
import sys


class Flood:
    def __init__(self, terrain):
        self.terrain = terrain
        self.wet = {}
        self.border = []

    def reach(self, cell, level):
        if cell in self.wet or not 0 <= cell < len(self.terrain):
            return
        surface = max(level, self.terrain[cell])
        self.wet[cell] = surface
        heapq.heappush(self.border, (surface, cell))

    def run(self):
        self.reach(0, 0)
        self.reach(len(self.terrain) - 1, 0)
        while self.border:
            surface, cell = heapq.heappop(self.border)
            self.reach(cell + 1, surface)
            self.reach(cell - 1, surface)
        return sum(self.wet.values()) - sum(self.terrain)


input()
print(Flood([int(x) for x in input().split()]).run())
