import sys
from typing import List

Matrix = List[List[int]]


def mul(x: Matrix, y: Matrix) -> Matrix:
    n = len(x)
    z = [[0] * n for _ in range(n)]
    for i in range(n):
        for k in range(n):
            for j in range(n):
                z[i][j] += x[i][k] * y[k][j]
    return z


def coefficients(a: Matrix) -> List[int]:
    """c[k] with det(xI - A) = x^n - c[1] x^(n-1) - ... - c[n]"""
    n = len(a)
    c = [1]
    b = [row[:] for row in a]
    for k in range(1, n + 1):
        trace = 0
        for i in range(n):
            trace += b[i][i]
        c.append(trace // k)
        for i in range(n):
            b[i][i] -= c[k]
        b = mul(a, b)
    return c


def main() -> None:
    n = int(sys.stdin.readline())
    a = [[int(t) for t in sys.stdin.readline().split()] for _ in range(n)]
    constant = coefficients(a)[n]
    print(constant if n % 2 == 1 else -constant)


main()
