import sys


def main():
    it = map(int, sys.stdin.read().split())
    rows, cols = next(it), next(it)
    board = [[next(it) for _ in range(cols)] for _ in range(rows)]
    walk = {}
    line = []
    for y in range(rows):
        for x in range(cols):
            walk[y, x] = 1
            line.append((y, x, 1))
    at = 0
    while at < len(line):
        y, x, known = line[at]
        at += 1
        if known < walk[y, x]:
            continue  # a better entry came later
        for dy, dx in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            near = (y + dy, x + dx)
            if near not in walk or board[near[0]][near[1]] >= board[y][x]:
                continue
            # walks are counted from the lower cell upwards
            if walk[near] <= known:
                walk[near] = known + 1
                line.append((*near, known + 1))
    print(max(walk.values()))


main()
