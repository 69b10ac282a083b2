import itertools
import sys


def main() -> None:
    first, last, _, *words = sys.stdin.read().split()
    if last not in words:
        print(-1)
        return
    nodes = sorted({first, *words})
    distance = {(a, a): 0 for a in nodes}
    for a, b in itertools.combinations(nodes, 2):
        apart = sum(x != y for x, y in zip(a, b))
        distance[a, b] = distance[b, a] = 1 if apart == 1 else float("inf")
    for via in nodes:
        for a in nodes:
            to_via = distance[a, via]
            if to_via == float("inf"):
                continue
            for b in nodes:
                distance[a, b] = min(distance[a, b], to_via + distance[via, b])
    answer = distance[first, last]
    print(-1 if answer == float("inf") else answer)


if __name__ == "__main__":
    main()
