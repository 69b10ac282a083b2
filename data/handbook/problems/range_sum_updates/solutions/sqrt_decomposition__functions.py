# blocks of fixed width, their sums kept up to date
import sys


def main():
    input = sys.stdin.readline
    n, q = map(int, input().split())
    a = list(map(int, input().split()))
    WIDTH = 128
    block = [0] * (n // WIDTH + 1)
    for i, x in enumerate(a):
        block[i // WIDTH] += x

    def prefix(end):
        """a[0] + ... + a[end - 1]"""
        b = end // WIDTH
        return sum(block[:b]) + sum(a[b * WIDTH : end])

    for _ in range(q):
        kind, x, y = input().split()
        x = int(x) - 1
        y = int(y)
        if kind == "+":
            a[x] += y
            block[x // WIDTH] += y
        else:
            print(prefix(y) - prefix(x))


main()
