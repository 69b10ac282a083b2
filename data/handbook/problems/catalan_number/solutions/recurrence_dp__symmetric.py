import sys


def main():
    n, m = map(int, sys.stdin.readline().split())
    table = {0: 1 % m}
    for size in range(1, n + 1):
        # a root and its mirror image give the same product, so half of the roots will do
        half = 0
        for left in range(size // 2):
            half += table[left] * table[size - 1 - left]
        total = 2 * half
        if size % 2 == 1:
            total += table[size // 2] ** 2
        table[size] = total % m
    print(table[n])


main()
