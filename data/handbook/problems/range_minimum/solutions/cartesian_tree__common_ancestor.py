import sys


def build_parents(values):
    """Parents and depths in the min-rooted binary tree whose in-order is the list."""
    n = len(values)
    parent = [None] * n
    stack = []
    for i, value in enumerate(values):
        child = None
        while stack and values[stack[-1]] > value:
            child = stack.pop()
        if child is not None:
            parent[child] = i
        if stack:
            parent[i] = stack[-1]
        stack.append(i)
    depth = [-1] * n
    for i in range(n):
        path = []
        v = i
        while v is not None and depth[v] < 0:
            path.append(v)
            v = parent[v]
        d = -1 if v is None else depth[v]
        for u in reversed(path):
            d += 1
            depth[u] = d
    return parent, depth


def lca(u, v, parent, depth):
    while u != v:
        if depth[u] >= depth[v]:
            u = parent[u]
        else:
            v = parent[v]
    return u


def main():
    it = map(int, sys.stdin.buffer.read().split())
    n, q = next(it), next(it)
    values = [next(it) for _ in range(n)]
    parent, depth = build_parents(values)
    out = []
    for _ in range(q):
        l = next(it) - 1
        r = next(it) - 1
        out.append(values[lca(l, r, parent, depth)])
    print("\n".join(map(str, out)))


main()
