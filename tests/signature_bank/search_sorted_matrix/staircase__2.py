import sys


def find(matrix, target):
    row, col = len(matrix) - 1, 0
    while row >= 0 and col < len(matrix[0]):
        value = matrix[row][col]
        if value < target:
            col += 1
        elif value > target:
            row -= 1
        else:
            return row + 1, col + 1
    return -1, -1


lines = [list(map(int, line.split())) for line in sys.stdin.read().splitlines()]
print(*find(lines[1:], lines[0][2]))
