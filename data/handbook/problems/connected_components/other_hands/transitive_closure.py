import sys
from typing import List


def warshall(linked: List[List[int]]) -> None:
    n = len(linked)
    for k in range(n):
        for i in range(n):
            if i != k and linked[i][k]:
                linked[i] = [x | y for x, y in zip(linked[i], linked[k])]


def main() -> None:
    n, m, *rest = [int(t) for t in sys.stdin.read().split()]
    linked = [[0] * n for _ in range(n)]
    ends = iter(rest)
    for a, b in zip(ends, ends):
        linked[a - 1][b - 1] = 1
        linked[b - 1][a - 1] = 1
    warshall(linked)
    counted = [False] * n
    groups = 0
    for i in range(n):
        if not counted[i]:
            groups += 1
            for j in range(i, n):
                counted[j] = counted[j] or linked[i][j] == 1
    print(groups)


main()
