import sys
from itertools import product


def main():
    n, _, *ends = map(int, sys.stdin.read().split())
    reach = [[False] * n for _ in range(n)]
    for v in range(n):
        reach[v][v] = True
    for a, b in zip(ends[::2], ends[1::2]):
        reach[a - 1][b - 1] = True
    for k, i, j in product(range(n), repeat=3):
        reach[i][j] |= reach[i][k] and reach[k][j]
    groups = {tuple(reach[i][j] and reach[j][i] for j in range(n)) for i in range(n)}
    print(len(groups))


main()
