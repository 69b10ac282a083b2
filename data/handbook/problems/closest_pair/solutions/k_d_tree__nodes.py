import sys

sys.setrecursionlimit(10**5)


class Node:
    __slots__ = ("point", "left", "right")

    def __init__(self, point, left, right):
        self.point = point
        self.left = left
        self.right = right


def build(points, depth):
    if not points:
        return None
    points.sort(key=lambda p: p[depth & 1])
    m = len(points) >> 1
    return Node(points[m], build(points[:m], depth + 1), build(points[m + 1 :], depth + 1))


def search(node, depth, target):
    """Updates the best squared distance with the points of the subtree, the target itself left out."""
    global best
    if node is None:
        return
    x, y, number = node.point
    if number != target[2]:
        d = (x - target[0]) ** 2 + (y - target[1]) ** 2
        if d < best:
            best = d
    delta = target[depth & 1] - node.point[depth & 1]
    near, far = (node.left, node.right) if delta < 0 else (node.right, node.left)
    search(near, depth + 1, target)
    if delta * delta <= best and best > 0:
        search(far, depth + 1, target)


_, *c = map(int, sys.stdin.read().split())
points = [(c[i], c[i + 1], i) for i in range(0, len(c), 2)]
root = build(list(points), 0)
best = float("inf")
for p in points:
    search(root, 0, p)
print(best**0.5)
