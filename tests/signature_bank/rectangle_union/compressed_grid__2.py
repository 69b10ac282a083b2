import sys
from bisect import bisect_left


def main():
    lines = sys.stdin.read().splitlines()[1:]
    boxes = [tuple(map(int, line.split())) for line in lines]
    columns = sorted({x for box in boxes for x in box[::2]})
    rows = sorted({y for box in boxes for y in box[1::2]})
    covered = set()
    for x1, y1, x2, y2 in boxes:
        for i in range(bisect_left(columns, x1), bisect_left(columns, x2)):
            for j in range(bisect_left(rows, y1), bisect_left(rows, y2)):
                covered.add((i, j))
    print(sum((columns[i + 1] - columns[i]) * (rows[j + 1] - rows[j]) for i, j in covered))


main()
