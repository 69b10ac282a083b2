import sys


def has_cycle(mask, rows):
    rest = mask
    while rest:
        low = rest & -rest
        inside = rows[low.bit_length() - 1] & mask
        if inside & (inside - 1) == 0:  # fewer than two neighbours
            return False
        rest -= low
    return True


def main():
    n, m, *ends = map(int, sys.stdin.read().split())
    rows = [0] * n
    for i in range(m):
        u, v = ends[2 * i] - 1, ends[2 * i + 1] - 1
        rows[u] |= 1 << v
        rows[v] |= 1 << u
    best = n + 1
    for mask in range(1, 1 << n):
        size = bin(mask).count("1")
        if size < best and has_cycle(mask, rows):
            best = size
    print(best if best <= n else -1)


main()
