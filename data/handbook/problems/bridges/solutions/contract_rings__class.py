import sys


class Groups:
    def __init__(self, size):
        self.leader = list(range(size))

    def find(self, x):
        if self.leader[x] != x:
            self.leader[x] = self.find(self.leader[x])
        return self.leader[x]

    def join(self, x, y):
        """y's leader leads afterwards; False if they were together already."""
        x, y = self.find(x), self.find(y)
        self.leader[x] = y
        return x != y


def root_forest(n, tree):
    above, height = [-1] * n, [-1] * n

    def hang(v, parent, h):
        above[v], height[v] = parent, h
        for w in tree[v]:
            if w != parent:
                hang(w, v, h + 1)

    for v in range(n):
        if height[v] < 0:
            hang(v, -1, 0)
    return above, height


def main():
    n, m = map(int, sys.stdin.readline().split())
    parts = Groups(n)
    tree = [[] for _ in range(n)]
    extra = []
    for line in sys.stdin:
        a, b = (int(t) - 1 for t in line.split())
        if parts.join(a, b):
            tree[a].append(b)
            tree[b].append(a)
        else:
            extra.append((a, b))
    above, height = root_forest(n, tree)
    blobs = Groups(n)
    contracted = 0
    for a, b in extra:
        a, b = blobs.find(a), blobs.find(b)
        while a != b:
            if height[a] >= height[b]:
                blobs.join(a, above[a])
                a = blobs.find(a)
            else:
                blobs.join(b, above[b])
                b = blobs.find(b)
            contracted += 1
    print(m - len(extra) - contracted)


main()
