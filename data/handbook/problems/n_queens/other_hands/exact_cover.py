import sys


class Node:
    __slots__ = ("left", "right", "up", "down", "head", "count")

    def __init__(self, head=None):
        self.left = self.right = self.up = self.down = self
        self.head = head
        self.count = 0


def insert_before(node, spot):
    node.left, node.right = spot.left, spot
    spot.left.right = node
    spot.left = node


def hang_below(node, head):
    node.up, node.down = head.up, head
    head.up.down = node
    head.up = node
    head.count += 1


def cover(head):
    head.left.right = head.right
    head.right.left = head.left
    r = head.down
    while r is not head:
        x = r.right
        while x is not r:
            x.up.down = x.down
            x.down.up = x.up
            x.head.count -= 1
            x = x.right
        r = r.down


def uncover(head):
    r = head.up
    while r is not head:
        x = r.left
        while x is not r:
            x.head.count += 1
            x.up.down = x.down.up = x
            x = x.left
        r = r.up
    head.left.right = head.right.left = head


def solutions(root):
    if root.right is root:
        return 1
    pick = h = root.right
    while h is not root:
        if h.count < pick.count:
            pick = h
        h = h.right
    if pick.count == 0:
        return 0
    total = 0
    cover(pick)
    r = pick.down
    while r is not pick:
        chain = []
        x = r.right
        while x is not r:
            cover(x.head)
            chain.append(x.head)
            x = x.right
        total += solutions(root)
        while chain:
            uncover(chain.pop())
        r = r.down
    uncover(pick)
    return total


def main():
    lines = sys.stdin.read().split()
    n = int(lines[0])
    root = Node()
    heads = {}
    for i in range(n):
        for kind in ("row", "col"):
            heads[kind, i] = Node()
            insert_before(heads[kind, i], root)
    # the diagonals stay outside the ring of heads: they need not be covered
    for i in range(n):
        for j in range(n):
            if lines[1 + i][j] == "#":
                continue
            first = None
            for key in (("row", i), ("col", j), ("sum", i + j), ("dif", i - j)):
                if key not in heads:
                    heads[key] = Node()
                node = Node(heads[key])
                hang_below(node, heads[key])
                if first is None:
                    first = node
                else:
                    insert_before(node, first)
    print(solutions(root))


main()
