import sys


def product(x, y, mod):
    cols = list(zip(*y))
    return tuple(tuple(sum(p * q for p, q in zip(row, col)) % mod for col in cols) for row in x)


def solve(n, mod):
    step = ((1, 1), (1, 0))
    result = ((1, 0), (0, 1))
    for digit in format(n, "b"):
        result = product(result, result, mod)
        if digit == "1":
            result = product(result, step, mod)
    return result[1][0] % mod


print(solve(*map(int, sys.stdin.readline().split())))
