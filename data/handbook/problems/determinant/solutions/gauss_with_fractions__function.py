import sys
from fractions import Fraction


def determinant(matrix):
    """Elimination below the diagonal, exact."""
    size = len(matrix)
    sign = 1
    column = 0
    while column < size:
        pivot = column
        while pivot < size and matrix[pivot][column] == 0:
            pivot += 1
        if pivot == size:
            return 0
        if pivot > column:
            matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
            sign *= -1
        top = matrix[column]
        for row in range(column + 1, size):
            factor = matrix[row][column] / top[column]
            if factor == 0:
                continue
            matrix[row] = [x - factor * y for x, y in zip(matrix[row], top)]
        column += 1
    product = Fraction(sign)
    for i in range(size):
        product *= matrix[i][i]
    return product


def main():
    n = int(sys.stdin.readline())
    matrix = []
    for _ in range(n):
        matrix.append(list(map(Fraction, map(int, sys.stdin.readline().split()))))
    print(int(determinant(matrix)))


main()
