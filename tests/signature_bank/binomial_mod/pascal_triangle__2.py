import sys


def main():
    n, k, mod = (int(t) for t in sys.stdin.read().split())
    row = [1]
    for _ in range(n):
        row = [1, *((a + b) % mod for a, b in zip(row, row[1:])), 1]
    print(row[k])


main()
