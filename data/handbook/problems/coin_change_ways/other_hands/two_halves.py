import sys
from operator import mul


def table(kinds, top, mod):
    row = [0] * (top + 1)
    row[0] = 1
    for kind in kinds:
        for low, high in zip(range(top + 1), range(kind, top + 1)):
            row[high] = (row[high] + row[low]) % mod
    return row


def main():
    mod = 10 ** 9 + 7
    n, s, *kinds = [int(t) for t in sys.stdin.read().split()]
    half = n // 2
    small, large = (table(part, s, mod) for part in (kinds[:half], kinds[half:]))
    large.reverse()
    print(sum(map(mul, small, large)) % mod)


main()
