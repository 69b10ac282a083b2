import sys


def main():
    n, _, source, sink, *flat = map(int, sys.stdin.read().split())
    width = {(i, j): 0 for i in range(1, n + 1) for j in range(1, n + 1)}
    for i in range(0, len(flat), 3):
        a, b, w = flat[i : i + 3]
        width[a, b] = width[b, a] = max(width[a, b], w)
    towns = range(1, n + 1)
    for via in towns:
        for a in towns:
            for b in towns:
                through = min(width[a, via], width[via, b])
                if through > width[a, b]:
                    width[a, b] = through
    print(width[source, sink])


main()
