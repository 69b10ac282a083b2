import sys


class Search:
    def __init__(self, dist):
        self.dist = dist
        self.best = float("inf")
        self.visited = {0}

    def extend(self, city, length):
        if length >= self.best:
            return
        if len(self.visited) == len(self.dist):
            self.best = min(self.best, length + self.dist[city][0])
            return
        for following in range(len(self.dist)):
            if following in self.visited:
                continue
            self.visited.add(following)
            self.extend(following, length + self.dist[city][following])
            self.visited.remove(following)


lines = sys.stdin.read().splitlines()
search = Search([list(map(int, line.split())) for line in lines[1:]])
search.extend(0, 0)
print(search.best)
