import sys


class Node:
    __slots__ = ("pos", "val", "lo", "hi")

    def __init__(self, pos, val):
        self.pos, self.val = pos, val
        self.lo = self.hi = None


def grow(values):
    spine = []
    for pos, val in enumerate(values, 1):
        node = Node(pos, val)
        while spine and spine[-1].val > val:
            node.lo = spine.pop()
        if spine:
            spine[-1].hi = node
        spine.append(node)
    return spine[0]


def coldest(node, first, last):
    if last < node.pos:
        return coldest(node.lo, first, last)
    if first > node.pos:
        return coldest(node.hi, first, last)
    return node.val


sys.setrecursionlimit(4000)
it = map(int, sys.stdin.read().split())
n, q = next(it), next(it)
top = grow([next(it) for _ in range(n)])
out = []
for _ in range(q):
    first = next(it)
    out.append(str(coldest(top, first, next(it))))
print("\n".join(out))
