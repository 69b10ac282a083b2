import sys
from itertools import product


def longest_ways(nodes: range, arcs: set[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Length of the longest way between each two courses that are connected by one."""
    far = {arc: 1 for arc in arcs}
    for via, start, end in product(nodes, repeat=3):
        if (start, via) in far and (via, end) in far:
            length = far[start, via] + far[via, end]
            if length > far.get((start, end), 0):
                # no longer than n matters, cycles need not grow without end
                far[start, end] = min(length, len(nodes))
    return far


def main() -> None:
    with sys.stdin as stream:
        n, m = map(int, next(stream).split())
        arcs = set()
        for line in stream:
            if line.strip():
                a, b = map(int, line.split())
                arcs.add((a, b))
    far = longest_ways(range(1, n + 1), arcs)
    if any(a == b for a, b in far):
        print(-1)
    else:
        print(1 + max(far.values(), default=0))


main()
