import sys


class Map:
    def __init__(self, towns):
        self.towns = towns
        self.roads = [[] for _ in range(towns)]

    def add(self, source, target, toll):
        self.roads[source].append((target, toll))

    def cheapest(self):
        cost = {0: 0}
        unsettled = set(range(self.towns))
        while unsettled:
            reachable = [town for town in unsettled if town in cost]
            if not reachable:
                break
            nearest = min(reachable, key=cost.get)
            unsettled.remove(nearest)
            for target, toll in self.roads[nearest]:
                offer = cost[nearest] + toll
                if target not in cost or offer < cost[target]:
                    cost[target] = offer
        return cost.get(self.towns - 1, -1)


data = [list(map(int, line.split())) for line in sys.stdin.read().splitlines()]
country = Map(data[0][0])
for a, b, c in data[1:]:
    country.add(a - 1, b - 1, c)
print(country.cheapest())
