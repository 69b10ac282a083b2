import sys


class Knapsack:
    def __init__(self, things):
        self.things = things
        self.memo = {}

    def best(self, count, room):
        """greatest value of the first `count` things in `room`"""
        if count == 0 or room == 0:
            return 0
        key = (count, room)
        if key not in self.memo:
            weight, value = self.things[count - 1]
            if weight > room:
                self.memo[key] = self.best(count - 1, room)
            else:
                without = self.best(count - 1, room)
                with_it = value + self.best(count - 1, room - weight)
                self.memo[key] = max(without, with_it)
        return self.memo[key]


def main():
    lines = sys.stdin.read().splitlines()
    n, capacity = map(int, lines[0].split())
    things = [tuple(int(x) for x in line.split()) for line in lines[1 : n + 1]]
    print(Knapsack(things).best(n, capacity))


main()
