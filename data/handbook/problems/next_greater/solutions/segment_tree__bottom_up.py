import sys

input = sys.stdin.readline


class MaxTree:
    def __init__(self, values):
        self.leaves = 1
        while self.leaves <= len(values):
            self.leaves <<= 1
        self.node = [-1] * (2 * self.leaves)
        for k, v in enumerate(values):
            self.node[self.leaves + k] = v
        for k in range(self.leaves - 1, 0, -1):
            self.node[k] = max(self.node[k << 1], self.node[k << 1 | 1])

    def search(self, start, bound):
        """Climbs from the leaf until a right neighbour holds enough, then goes down."""
        k = self.leaves + start
        while self.node[k] <= bound:
            while k & 1:
                k >>= 1
                if k == 0:
                    return -1
            if k == 0:
                return -1
            k += 1
            if k & (k - 1) == 0:
                return -1
        while k < self.leaves:
            k *= 2
            if self.node[k] <= bound:
                k += 1
        return self.node[k]


n = int(input())
numbers = list(map(int, input().split()))
tree = MaxTree(numbers)
print(" ".join([str(tree.search(i, x)) for i, x in enumerate(numbers)]))
