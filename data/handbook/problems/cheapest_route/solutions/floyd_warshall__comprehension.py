import sys
from math import inf


def main() -> None:
    tokens = iter(map(int, sys.stdin.read().split()))
    n, m = next(tokens), next(tokens)
    cost = {(i, j): 0 if i == j else inf for i in range(1, n + 1) for j in range(1, n + 1)}
    for _ in range(m):
        a, b, toll = next(tokens), next(tokens), next(tokens)
        if toll < cost[a, b]:
            cost[a, b] = toll
    towns = range(1, n + 1)
    for via in towns:
        for start in towns:
            first = cost[start, via]
            if first == inf:
                continue
            for end in towns:
                cost[start, end] = min(cost[start, end], first + cost[via, end])
    answer = cost[1, n]
    print(-1 if answer == inf else answer)


main()
