import sys


def main():
    n, *rest = map(int, sys.stdin.read().split())
    width, height = max(rest[2::4]), max(rest[3::4])
    board = [[False] * height for _ in range(width)]
    for k in range(n):
        x1, y1, x2, y2 = rest[4 * k : 4 * k + 4]
        for x in range(x1, x2):
            for y in range(y1, y2):
                board[x][y] = True
    print(sum(map(sum, board)))


main()
