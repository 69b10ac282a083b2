import sys


def build(rows, cols, heights):
    """Adjacency lists of the rising steps and the number of steps into each cell."""
    up = [[] for _ in heights]
    incoming = [0] * len(heights)

    def connect(p, q):
        if heights[p] < heights[q]:
            up[p].append(q)
            incoming[q] += 1
        elif heights[q] < heights[p]:
            up[q].append(p)
            incoming[p] += 1

    for p in range(rows * cols):
        if p % cols != cols - 1:
            connect(p, p + 1)
        if p + cols < rows * cols:
            connect(p, p + cols)
    return up, incoming


def main():
    rows, cols, *heights = [int(word) for word in sys.stdin.read().split()]
    up, incoming = build(rows, cols, heights)
    layer = [p for p, count in enumerate(incoming) if not count]
    length = 0
    while layer:
        length += 1
        following = []
        for p in layer:
            for q in up[p]:
                incoming[q] -= 1
                if not incoming[q]:
                    following.append(q)
        layer = following
    print(length)


if __name__ == "__main__":
    main()
