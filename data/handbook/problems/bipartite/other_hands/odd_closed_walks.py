from typing import List

Matrix = List[List[int]]


def times(p: Matrix, q: Matrix) -> Matrix:
    columns = list(zip(*q))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in p]


def trace(p: Matrix) -> int:
    return sum(p[i][i] for i in range(len(p)))


def read() -> Matrix:
    n, m = map(int, input().split())
    g = [[0 for _ in range(n)] for _ in range(n)]
    for _ in range(m):
        i, j = map(int, input().split())
        g[i - 1][j - 1] = 1
        g[j - 1][i - 1] = 1
    return g


g = read()
closed = 0
power = g
for exponent in range(1, len(g) + 1):
    if exponent > 1:
        power = times(g, power)
    if exponent & 1:
        closed += trace(power)
print("YES" if closed == 0 else "NO")
