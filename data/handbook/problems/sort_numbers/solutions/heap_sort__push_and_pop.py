import sys
from heapq import heappop, heappush


def solve() -> None:
    heap: list[int] = []
    for token in sys.stdin.buffer.read().split()[1:]:
        heappush(heap, int(token))
    first = True
    while heap:
        if not first:
            sys.stdout.write(" ")
        sys.stdout.write(str(heappop(heap)))
        first = False
    sys.stdout.write("\n")


solve()
