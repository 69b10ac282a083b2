import sys


def farthest_left(ax, ay, bx, by, candidates):
    """Points to the left of the line, and the farthest of them (the first end of a tie in reading order)."""
    outside = []
    top = None
    top_key = (0, 0, 0)
    for x, y in candidates:
        height = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if height <= 0:
            continue
        outside.append((x, y))
        key = (height, -x, -y)
        if top is None or key > top_key:
            top, top_key = (x, y), key
    return outside, top


def hull(points):
    points = sorted(points)
    west, east = points[0], points[-1]
    found = {west, east}
    todo = [(west, east, points), (east, west, points)]
    while todo:
        a, b, candidates = todo.pop()
        outside, top = farthest_left(*a, *b, candidates)
        if top is not None:
            found.add(top)
            todo.append((a, top, outside))
            todo.append((top, b, outside))
    return found


def main():
    tokens = sys.stdin.read().split()
    n = int(tokens[0])
    points = []
    for i in range(n):
        points.append((int(tokens[2 * i + 1]), int(tokens[2 * i + 2])))
    print(len(hull(points)))


if __name__ == "__main__":
    main()
