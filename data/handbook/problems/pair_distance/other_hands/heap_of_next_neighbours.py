import sys
from heapq import heappush, heappop, heapreplace
from dataclasses import dataclass, field


@dataclass(order=True)
class Pair:
    gap: int
    left: int = field(compare=False)
    right: int = field(compare=False)


def ascending(xs):
    """All distances, the small ones first."""
    pq = []
    for r in range(1, len(xs)):
        heappush(pq, Pair(xs[r] - xs[r - 1], r - 1, r))
    while pq:
        p = pq[0]
        yield p.gap
        if p.left == 0:
            heappop(pq)
        else:
            heapreplace(pq, Pair(xs[p.right] - xs[p.left - 1], p.left - 1, p.right))


def main():
    lines = sys.stdin.readlines()
    k = int(lines[0].split()[1])
    for gap in ascending(sorted(map(int, lines[1].split()))):
        k -= 1
        if k == 0:
            print(gap)
            return


main()
