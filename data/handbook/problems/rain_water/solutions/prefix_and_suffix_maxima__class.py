import sys


class Basin:
    def __init__(self, walls):
        self.walls = walls

    def highest_so_far(self, backwards=False):
        step = -1 if backwards else 1
        seen, highest = [], 0
        for wall in self.walls[::step]:
            highest = wall if wall > highest else highest
            seen.append(highest)
        return seen[::step]

    @property
    def water(self):
        total = 0
        for wall, left, right in zip(self.walls, self.highest_so_far(), self.highest_so_far(True)):
            total += (left if left < right else right) - wall
        return total


def main():
    sys.stdin.readline()
    print(Basin(list(map(int, sys.stdin.readline().split()))).water)


main()
