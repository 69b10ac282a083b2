import sys


def grow(island: list[int], land: list[int]) -> list[int]:
    """All land that is part of the island or beside it; a row is the bits of one integer."""
    padded = [0] + island + [0]
    result = []
    for i, row in enumerate(land):
        above, here, below = padded[i : i + 3]
        result.append((above | here | below | here << 1 | here >> 1) & row)
    return result


def main():
    rows = sys.stdin.read().split()[2:]
    land = [int(row.replace("#", "1").replace(".", "0"), 2) for row in rows]
    count = 0
    while any(land):
        first = next(i for i, row in enumerate(land) if row)
        island = [0] * len(land)
        island[first] = land[first] & -land[first]
        bigger = grow(island, land)
        while bigger != island:
            island, bigger = bigger, grow(bigger, land)
        land = [row & ~gone for row, gone in zip(land, island)]
        count += 1
    print(count)


main()
