import sys

LOW = float("-inf")


def halves(lo, hi):
    """dict: (first one taken?, last one taken?) -> greatest sum of the houses lo..hi"""
    if lo == hi:
        return {(0, 0): 0, (1, 1): worth[lo]}
    mid = lo + hi >> 1
    west, east = halves(lo, mid), halves(mid + 1, hi)
    both = {}
    for (a, b), s in west.items():
        for (c, d), t in east.items():
            if not (b and c):
                both[a, d] = max(both.get((a, d), LOW), s + t)
    return both


n, *worth = map(int, sys.stdin.read().split())
print(max(halves(0, n - 1).values()))
