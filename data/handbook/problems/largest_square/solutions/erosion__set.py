import sys


def shrink(corners: set) -> set:
    return {
        (r, c)
        for r, c in corners
        if (r, c + 1) in corners and (r + 1, c) in corners and (r + 1, c + 1) in corners
    }


def read_good_cells() -> set:
    h, w = map(int, sys.stdin.readline().split())
    good = set()
    for r in range(h):
        for c, digit in enumerate(sys.stdin.readline()):
            if digit == "1":
                good.add((r, c))
    return good


def side(corners: set) -> int:
    if not corners:
        return 0
    return 1 + side(shrink(corners))


print(side(read_good_cells()))
