import sys
from math import isqrt


def main():
    tokens = iter(map(int, sys.stdin.read().split()))
    n, q = next(tokens), next(tokens)
    values = [next(tokens) for _ in range(n)]
    size = max(1, isqrt(n))
    blocks = [10**18] * (n // size + 1)
    for i, value in enumerate(values):
        blocks[i // size] = min(blocks[i // size], value)
    for _ in range(q):
        left, right = next(tokens) - 1, next(tokens) - 1
        first, last = left // size, right // size
        if first == last:
            print(min(values[left : right + 1]))
            continue
        best = min(min(values[left : (first + 1) * size]), min(values[last * size : right + 1]))
        for block in range(first + 1, last):
            best = min(best, blocks[block])
        print(best)


main()
