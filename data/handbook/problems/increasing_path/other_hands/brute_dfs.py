import sys

WALL = -1
first, *body = sys.stdin.read().strip().splitlines()
cols = int(first.split()[1])
padded = [[WALL] * (cols + 2)]
padded += [[WALL, *map(int, line.split()), WALL] for line in body]
padded.append([WALL] * (cols + 2))


def climb(y, x):
    here = padded[y][x]
    tails = [0]
    if padded[y][x + 1] > here:
        tails.append(climb(y, x + 1))
    if padded[y][x - 1] > here:
        tails.append(climb(y, x - 1))
    if padded[y + 1][x] > here:
        tails.append(climb(y + 1, x))
    if padded[y - 1][x] > here:
        tails.append(climb(y - 1, x))
    return max(tails) + 1


record = 0
for y in range(1, len(padded) - 1):
    for x in range(1, cols + 1):
        record = max(record, climb(y, x))
print(record)
