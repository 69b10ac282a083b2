import sys

header, *rows = sys.stdin.read().splitlines()
target = header.split()[2]
cells = [(r, c) for r, row in enumerate(rows, 1) for c, value in enumerate(row.split(), 1) if value == target]
print(*(cells[0] if cells else (-1, -1)))
