# Bellman-Ford over the whole grid, forwards and backwards in turn, until nothing changes
import sys


def main():
    h, w, *rows = sys.stdin.read().split()
    h, w = int(h), int(w)
    W = w + 1
    cells = "#" * W + "#".join(rows) + "#" * (W + 1)
    INF = 10**6
    d = [INF] * len(cells)
    d[cells.index("S")] = 0
    order = [p for p, c in enumerate(cells) if c != "#"]
    changed = True
    while changed:
        changed = False
        for p in order:
            best = min(d[p - 1], d[p + 1], d[p - W], d[p + W]) + 1
            if best < d[p]:
                d[p] = best
                changed = True
        order.reverse()
    answer = d[cells.index("T")]
    print(answer if answer < INF else -1)


main()
