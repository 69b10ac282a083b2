import sys


def determinant(rows: list[list[int]]) -> int:
    """After every row: for each set of columns the determinant of the rows so far on those columns."""
    minors: dict[int, int] = {0: 1}
    for row in rows:
        following: dict[int, int] = {}
        for columns, value in minors.items():
            sign = 1
            for j in reversed(range(len(row))):
                bit = 1 << j
                if columns & bit:
                    sign = -sign
                    continue
                extended = columns | bit
                following[extended] = following.get(extended, 0) + sign * row[j] * value
        minors = following
    return minors[(1 << len(rows)) - 1]


if __name__ == "__main__":
    sys.stdin.readline()
    print(determinant([list(map(int, line.split())) for line in sys.stdin]))
