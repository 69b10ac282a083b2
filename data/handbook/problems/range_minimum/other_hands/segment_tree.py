import sys


class MinTree:
    def __init__(self, items):
        size = 1
        while size < len(items):
            size <<= 1
        self.size = size
        self.node = [float("inf")] * (2 * size)
        for k, item in enumerate(items):
            self.change(k, item)

    def change(self, k, item):
        k += self.size
        while k and item < self.node[k]:
            self.node[k] = item
            k //= 2

    def lowest(self, first, last):
        pending = [(1, 0, self.size - 1)]
        found = []
        while pending:
            k, a, b = pending.pop()
            if first <= a and b <= last:
                found.append(self.node[k])
            elif a <= last and first <= b:
                half = (a + b) // 2
                pending.append((2 * k, a, half))
                pending.append((2 * k + 1, half + 1, b))
        return min(found)


rows = [list(map(int, line.split())) for line in sys.stdin if line.strip()]
tree = MinTree(rows[1])
for first, last in rows[2:]:
    print(tree.lowest(first - 1, last - 1))
