import sys


def main():
    n, *flat = map(int, sys.stdin.read().split())
    corners = list(zip(flat[::2], flat[1::2]))
    lowest, highest = {}, {}
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
        if ax > bx:
            ax, ay, bx, by = bx, by, ax, ay
        for x in range(ax, bx + 1):
            if ax == bx:
                continue
            rise, width = ay * (bx - ax) + (by - ay) * (x - ax), bx - ax
            down, up = rise // width, -(-rise // width)
            lowest[x] = min(lowest.get(x, down), down)
            highest[x] = max(highest.get(x, up), up)
    inner = sorted(lowest)[1:-1]
    print(sum(max(0, highest[x] - lowest[x] - 1) for x in inner))


main()
