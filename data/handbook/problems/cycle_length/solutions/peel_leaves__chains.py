import sys
from collections import Counter


def strip_trees(arrow):
    """Delete states nobody points to until only the loops are left."""
    fathers = Counter(arrow.values())
    alive = set(arrow)
    for leaf in arrow:
        while leaf in alive and not fathers[leaf]:
            alive.discard(leaf)
            leaf = arrow[leaf]
            fathers[leaf] -= 1
    return alive


def main():
    s, a, b, c, m = map(int, sys.stdin.buffer.read().split())
    arrow = {x: (a * x * x + b * x + c) % m for x in range(m)}
    alive = strip_trees(arrow)

    walk = []
    while s not in alive:
        walk.append(s)
        s = arrow[s]

    ring = []
    while s in alive:
        alive.remove(s)
        ring.append(s)
        s = arrow[s]

    print(len(walk), len(ring))


main()
