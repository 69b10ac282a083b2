import sys

input = sys.stdin.readline


def closure(reach):
    """Warshall: afterwards reach[i][j] says whether there is any way from i to j."""
    size = len(reach)
    for middle in range(size):
        through = reach[middle]
        for row in reach:
            if not row[middle]:
                continue
            for column, linked in enumerate(through):
                row[column] = row[column] or linked
    return reach


n, m = (int(x) for x in input().split())
matrix = []
for i in range(n):
    row = [0] * n
    row[i] = 1
    matrix.append(row)
for _ in range(m):
    a, b = (int(x) - 1 for x in input().split())
    matrix[a][b] = 1
    matrix[b][a] = 1
# a person stands for the group if nobody with a smaller number is in it
print(sum(1 for i, row in enumerate(closure(matrix)) if row.index(1) == i))
