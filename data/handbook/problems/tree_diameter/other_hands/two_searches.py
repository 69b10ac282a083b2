from sys import stdin


class Country:
    def __init__(self, size):
        self.size = size
        self.links = [set() for _ in range(size)]

    def join(self, p, q):
        self.links[p].add(q)
        self.links[q].add(p)

    def distances(self, origin):
        steps = [None] * self.size
        steps[origin] = 0
        ring = {origin}
        while ring:
            outer = set()
            for p in ring:
                for q in self.links[p]:
                    if steps[q] is None:
                        steps[q] = steps[p] + 1
                        outer.add(q)
            ring = outer
        return steps


land = Country(int(stdin.readline()))
for line in stdin:
    if line.strip():
        p, q = line.split()
        land.join(int(p) - 1, int(q) - 1)
first = land.distances(0)
end = first.index(max(first))
print(max(land.distances(end)))
