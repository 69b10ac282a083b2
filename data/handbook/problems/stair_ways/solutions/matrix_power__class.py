import sys


class Matrix:
    MOD = 10**9 + 7

    def __init__(self, *rows):
        self.rows = rows

    def __matmul__(self, other):
        return Matrix(*[[sum(a * b for a, b in zip(r, c)) % self.MOD for c in zip(*other.rows)] for r in self.rows])

    def __pow__(self, exponent):
        result, square = Matrix([1, 0], [0, 1]), self
        while exponent > 0:
            if exponent % 2:
                result = result @ square
            square = square @ square
            exponent //= 2
        return result


print((Matrix([0, 1], [1, 1]) ** int(sys.stdin.readline())).rows[1][1])
