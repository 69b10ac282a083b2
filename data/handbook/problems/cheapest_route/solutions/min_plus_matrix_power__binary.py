import sys

INFINITY = float("inf")


def product(a, b):
    """(min, +) product: cheapest way with one leg from a and one from b"""
    n = len(a)
    c = []
    for i in range(n):
        row = [INFINITY] * n
        for k in range(n):
            if a[i][k] < INFINITY:
                for j in range(n):
                    s = a[i][k] + b[k][j]
                    if s < row[j]:
                        row[j] = s
        c.append(row)
    return c


def power(matrix, exponent):
    if exponent == 1:
        return matrix
    half = power(matrix, exponent >> 1)
    half = product(half, half)
    return product(half, matrix) if exponent & 1 else half


n, m = map(int, sys.stdin.readline().split())
legs = [[0 if i == j else INFINITY for j in range(n)] for i in range(n)]
for line in sys.stdin:
    a, b, c = (int(x) for x in line.split())
    legs[a - 1][b - 1] = min(c, legs[a - 1][b - 1])
result = power(legs, n)[0][n - 1]
print(result if result != INFINITY else -1)
