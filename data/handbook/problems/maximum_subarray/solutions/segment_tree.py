import sys


class Node:
    __slots__ = ("total", "prefix", "suffix", "best")

    def __init__(self, total, prefix, suffix, best):
        self.total = total
        self.prefix = prefix
        self.suffix = suffix
        self.best = best


def merge(l, r):
    return Node(
        l.total + r.total,
        max(l.prefix, l.total + r.prefix),
        max(r.suffix, r.total + l.suffix),
        max(l.best, r.best, l.suffix + r.prefix),
    )


def main():
    it = map(int, sys.stdin.read().split())
    n = next(it)
    size = 1
    while size < n:
        size *= 2
    tree = [None] * (2 * size)
    for i in range(n):
        x = next(it)
        tree[size + i] = Node(x, x, x, x)
    for v in range(size - 1, 0, -1):
        l, r = tree[2 * v], tree[2 * v + 1]
        tree[v] = merge(l, r) if l and r else l
    sys.stdout.write(str(tree[1].best) + "\n")


if __name__ == "__main__":
    main()
