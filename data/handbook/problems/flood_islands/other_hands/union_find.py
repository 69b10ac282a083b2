import sys
from itertools import product


def root(parent, v):
    if parent[v] != v:
        parent[v] = root(parent, parent[v])
    return parent[v]


def main():
    sys.setrecursionlimit(10**4)
    r, c, *grid = sys.stdin.read().split()
    land = [(i, j) for i, j in product(range(int(r)), range(int(c))) if grid[i][j] == "#"]
    parent = {cell: cell for cell in land}
    size = dict.fromkeys(land, 1)
    for i, j in land:
        for nb in ((i + 1, j), (i, j + 1)):
            if nb not in parent:
                continue
            a, b = root(parent, (i, j)), root(parent, nb)
            if a == b:
                continue
            if size[a] < size[b]:
                a, b = b, a
            parent[b] = a
            size[a] += size[b]
    print(sum(parent[cell] == cell for cell in land))


main()
