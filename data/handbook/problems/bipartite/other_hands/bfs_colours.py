import sys
from collections import deque


def distances(matrix):
    size = len(matrix)
    away = [-1] * size
    for root in range(size):
        if away[root] >= 0:
            continue
        away[root] = 0
        line = deque()
        line.append(root)
        while line:
            cur = line.popleft()
            for nxt, joined in enumerate(matrix[cur]):
                if joined and away[nxt] < 0:
                    away[nxt] = away[cur] + 1
                    line.append(nxt)
    return away


rd = sys.stdin.readline
n, m = map(int, rd().split())
matrix = [bytearray(n) for _ in range(n)]
for _ in range(m):
    x, y = (int(t) - 1 for t in rd().split())
    matrix[x][y] = matrix[y][x] = 1
d = distances(matrix)
clash = [
    (x, y)
    for x in range(n)
    for y in range(x)
    if matrix[x][y] and d[x] % 2 == d[y] % 2
]
print("NO" if clash else "YES")
