import sys
from collections import defaultdict


def can_finish(count, edges):
    after = defaultdict(list)
    waiting = [0] * count
    for before, later in edges:
        after[before].append(later)
        waiting[later] += 1
    ready = [v for v in range(count) if not waiting[v]]
    for vertex in ready:
        for later in after[vertex]:
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)
    return len(ready) == count


def main():
    n, _, *ends = map(int, sys.stdin.read().split())
    edges = [(a - 1, b - 1) for a, b in zip(ends[::2], ends[1::2])]
    print("NO" if can_finish(n, edges) else "YES")


main()
