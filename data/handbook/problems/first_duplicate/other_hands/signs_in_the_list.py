import sys

_, *cells = map(int, sys.stdin.read().split())
cells.insert(0, 0)
i, result = 1, -1
while result < 0 and i < len(cells):
    v = cells[i] if cells[i] > 0 else -cells[i]
    if cells[v] > 0:
        cells[v] *= -1
    else:
        result = v
    i += 1
print(result)
