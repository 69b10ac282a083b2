import sys


def main():
    lines = sys.stdin.read().strip().split("\n")
    n = int(lines[0])
    matrix = [[int(t) for t in line.split()] for line in lines[1:]]
    for p in range(n):
        matrix[p][p] = 0
    knows = [sum(row) for row in matrix]
    known_by = [sum(column) for column in zip(*matrix)]
    print(next((p + 1 for p in range(n) if knows[p] == 0 and known_by[p] == n - 1), -1))


main()
