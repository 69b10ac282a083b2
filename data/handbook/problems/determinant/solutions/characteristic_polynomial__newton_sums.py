import sys


def multiply(x, y):
    columns = list(zip(*y))
    return [[sum(p * q for p, q in zip(row, column)) for column in columns] for row in x]


def main():
    """Newton: elementary symmetric functions of the eigenvalues from the traces of the powers."""
    n, *entries = map(int, sys.stdin.read().split())
    matrix = [entries[n * i : n * (i + 1)] for i in range(n)]
    traces = []
    power = matrix
    while len(traces) < n:
        traces.append(sum(power[i][i] for i in range(n)))
        power = multiply(power, matrix)
    symmetric = [1]
    for k in range(1, n + 1):
        total = 0
        for i in range(1, k + 1):
            term = symmetric[k - i] * traces[i - 1]
            total += term if i % 2 == 1 else -term
        symmetric.append(total // k)
    print(symmetric[n])


main()
