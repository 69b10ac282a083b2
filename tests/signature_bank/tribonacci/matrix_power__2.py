import sys


def multiply(a, b, mod):
    size = len(a)
    c = [[0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0
            for k in range(size):
                total += a[i][k] * b[k][j]
            c[i][j] = total % mod
    return c


def matrix_power(a, exponent, mod):
    if exponent == 0:
        return [[int(i == j) for j in range(len(a))] for i in range(len(a))]
    half = matrix_power(a, exponent // 2, mod)
    square = multiply(half, half, mod)
    return multiply(square, a, mod) if exponent % 2 else square


def main():
    n, mod = map(int, sys.stdin.read().split())
    step = [[0, 1, 0], [0, 0, 1], [1, 1, 1]]
    power = matrix_power(step, n, mod)
    print((power[0][1] + power[0][2]) % mod)


main()
