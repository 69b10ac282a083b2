import sys


def spread(seed, mask, width):
    while True:
        old = seed
        for step in (1, width):
            seed |= (seed << step) & mask
            seed |= (seed >> step) & mask
        if seed == old:
            return seed


def main():
    _, c, *rows = sys.stdin.read().split()
    text = "0".join(row.translate({35: "1", 46: "0"}) for row in rows)
    remaining = int(text, 2)
    islands = 0
    while remaining:
        top = 1 << (remaining.bit_length() - 1)
        remaining &= ~spread(top, remaining, int(c) + 1)
        islands += 1
    print(islands)


main()
