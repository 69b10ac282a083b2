import sys


class Knight:
    def __init__(self, size, target):
        self.size = size
        self.target = target

    def neighbours(self, row, col):
        found = []
        for a in (1, 2):
            b = 3 - a
            for r in (row - a, row + a):
                for c in (col - b, col + b):
                    if 1 <= r <= self.size and 1 <= c <= self.size:
                        found.append((r, c))
        return found

    def reaches(self, square, budget):
        if budget == 0:
            return square == self.target
        need = max(abs(square[0] - self.target[0]), abs(square[1] - self.target[1]))
        if need > 2 * budget:
            return False
        return any(self.reaches(nb, budget - 1) for nb in self.neighbours(*square))


data = list(map(int, sys.stdin.read().split()))
knight = Knight(data[0], (data[3], data[4]))
limit = 0
# no board of this size needs more than 8 moves
while limit <= 8 and not knight.reaches((data[1], data[2]), limit):
    limit += 1
print(limit if limit <= 8 else -1)
