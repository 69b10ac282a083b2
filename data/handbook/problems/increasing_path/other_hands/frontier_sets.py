import sys
from itertools import count


def main():
    rows, cols, *h = map(int, sys.stdin.read().split())
    total = rows * cols
    higher = [[] for _ in range(total)]
    for p in range(total):
        y, x = divmod(p, cols)
        for q, inside in ((p - 1, x > 0), (p + 1, x + 1 < cols), (p - cols, y > 0), (p + cols, y + 1 < rows)):
            if inside and h[q] > h[p]:
                higher[p].append(q)
    alive = frozenset(range(total))
    for steps in count():
        if not alive:
            print(steps)
            break
        alive = frozenset().union(*(higher[p] for p in alive))


main()
