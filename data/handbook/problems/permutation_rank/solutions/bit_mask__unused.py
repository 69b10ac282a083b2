import sys


def place(p):
    """Bit x - 1 of `unused` says that x is still to come."""
    n = len(p)
    unused = (1 << n) - 1
    rank = 0
    for i, x in enumerate(p):
        unused ^= 1 << (x - 1)
        below = unused & ((1 << (x - 1)) - 1)
        rank = rank * (n - i) + below.bit_count()
    return rank + 1


def main():
    with sys.stdin as f:
        f.readline()
        p = [int(x) for x in f.readline().split()]
    print(place(p))


if __name__ == "__main__":
    main()
