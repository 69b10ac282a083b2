import heapq
import sys


class Maze:
    def __init__(self, lines):
        self.lines = lines
        self.height, self.width = len(lines), len(lines[0])
        for r in range(self.height):
            for c in range(self.width):
                if lines[r][c] == "S":
                    self.start = r, c
                if lines[r][c] == "T":
                    self.target = r, c

    def around(self, r, c):
        if r > 0 and self.lines[r - 1][c] != "#":
            yield r - 1, c
        if c > 0 and self.lines[r][c - 1] != "#":
            yield r, c - 1
        if r + 1 < self.height and self.lines[r + 1][c] != "#":
            yield r + 1, c
        if c + 1 < self.width and self.lines[r][c + 1] != "#":
            yield r, c + 1

    def shortest(self):
        """A* with the Manhattan distance."""
        tr, tc = self.target
        opened = [(0, self.start)]
        cost = {self.start: 0}
        closed = set()
        while opened:
            _, cell = heapq.heappop(opened)
            if cell == self.target:
                return cost[cell]
            if cell in closed:
                continue
            closed.add(cell)
            for neighbour in self.around(*cell):
                new_cost = cost[cell] + 1
                if neighbour not in cost or new_cost < cost[neighbour]:
                    cost[neighbour] = new_cost
                    guess = abs(neighbour[0] - tr) + abs(neighbour[1] - tc)
                    heapq.heappush(opened, (new_cost + guess, neighbour))
        return -1


print(Maze(sys.stdin.read().split()[2:]).shortest())
