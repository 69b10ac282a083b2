import fileinput
from collections import defaultdict


def solve(ribbon: str) -> int:
    n = len(ribbon)
    # cuts[lo, hi] belongs to the half open piece ribbon[lo:hi]
    cuts = defaultdict(int)
    for lo in range(n - 1, -1, -1):
        for hi in range(lo + 2, n + 1):
            a, b = lo, hi - 1
            while a < b and ribbon[a] == ribbon[b]:
                a, b = a + 1, b - 1
            if a >= b:
                continue
            cuts[lo, hi] = 1 + min(cuts[lo, mid] + cuts[mid, hi] for mid in range(lo + 1, hi))
    return cuts[0, n]


with fileinput.input() as lines:
    print(solve(next(lines).strip()))
