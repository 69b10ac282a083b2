import sys


def attacked(queens, row, column):
    return any(q == column or q + k == column + row or q - k == column - row for k, q in enumerate(queens[:row]))


def main():
    lines = sys.stdin.read().split()
    n, rows = int(lines[0]), lines[1:]
    queens = [-1] * n
    row = count = 0
    while row >= 0:
        # move the queen of this row on to the next good square
        queens[row] += 1
        while queens[row] < n and (rows[row][queens[row]] != "." or attacked(queens, row, queens[row])):
            queens[row] += 1
        if queens[row] == n:
            queens[row] = -1
            row -= 1
        elif row == n - 1:
            count += 1
        else:
            row += 1
    print(count)


main()
