import sys


class Tree:
    """Rooted tree that answers lowest common ancestors by jumps of powers of two."""

    def __init__(self, parent):
        self.n = len(parent)
        self.children = [[] for _ in range(self.n)]
        for v in range(1, self.n):
            self.children[parent[v]].append(v)
        self.enter = [0] * self.n
        self.leave = [0] * self.n
        self.number()
        self.jump = [parent]
        while 1 << len(self.jump) < self.n:
            last = self.jump[-1]
            self.jump.append([last[last[v]] for v in range(self.n)])

    def number(self):
        clock = 0
        stack = [(0, False)]
        while stack:
            v, done = stack.pop()
            clock += 1
            if done:
                self.leave[v] = clock
                continue
            self.enter[v] = clock
            stack.append((v, True))
            stack.extend((child, False) for child in self.children[v])

    def above(self, a, b):
        return self.enter[a] <= self.enter[b] and self.leave[b] <= self.leave[a]

    def lca(self, a, b):
        if self.above(a, b):
            return a
        for table in reversed(self.jump):
            if not self.above(table[a], b):
                a = table[a]
        return self.jump[0][a]


def main():
    n, q = map(int, sys.stdin.readline().split())
    tree = Tree([0] + [int(x) - 1 for x in sys.stdin.readline().split()])
    for _ in range(q):
        a, b = (int(x) - 1 for x in sys.stdin.readline().split())
        print(tree.lca(a, b) + 1)


main()
