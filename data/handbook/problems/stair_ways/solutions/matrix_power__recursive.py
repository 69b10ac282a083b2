import sys

MODULUS = 1000000007


def multiply(x, y):
    """product of two 2 x 2 matrices, written row by row as tuples"""
    a, b, c, d = x
    e, f, g, h = y
    return (
        (a * e + b * g) % MODULUS,
        (a * f + b * h) % MODULUS,
        (c * e + d * g) % MODULUS,
        (c * f + d * h) % MODULUS,
    )


def power(matrix, exponent):
    if exponent == 0:
        return (1, 0, 0, 1)
    half = power(matrix, exponent // 2)
    square = multiply(half, half)
    if exponent % 2 == 1:
        return multiply(square, matrix)
    return square


if __name__ == "__main__":
    steps = int(sys.stdin.read().strip())
    print(power((1, 1, 1, 0), steps)[0])
