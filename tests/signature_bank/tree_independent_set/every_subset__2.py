import sys


def main():
    n, *ends = map(int, sys.stdin.read().split())
    forbidden = [(1 << a - 1) | (1 << b - 1) for a, b in zip(ends[::2], ends[1::2])]
    print(
        max(
            subset.bit_count()
            for subset in range(2**n)
            if all(subset & pair != pair for pair in forbidden)
        )
    )


main()
