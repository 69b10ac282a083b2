import sys


def jumps(n, row, col):
    for i, j in ((1, 2), (2, 1)):
        for a in (-i, i):
            for b in (-j, j):
                if 1 <= row + a <= n and 1 <= col + b <= n:
                    yield row + a, col + b


def reachable(n, square, goal, moves):
    """Depth-first search that never goes deeper than `moves`."""
    row_gap = abs(square[0] - goal[0])
    col_gap = abs(square[1] - goal[1])
    if moves == 0:
        return row_gap == col_gap == 0
    if max(row_gap, col_gap) > 2 * moves or row_gap + col_gap > 3 * moves:
        return False
    return any(reachable(n, following, goal, moves - 1) for following in jumps(n, *square))


def main():
    n, *rest = map(int, sys.stdin.read().split())
    start, goal = tuple(rest[:2]), tuple(rest[2:])
    limit = 0
    while limit < n * n:
        if reachable(n, start, goal, limit):
            print(limit)
            return
        limit += 1
    print(-1)


main()
