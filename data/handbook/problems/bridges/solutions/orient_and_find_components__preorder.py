import sys


def orient(n, ends):
    """Walk through the graph and direct each edge as it is met first.

    Returns the vertices in the order of discovery, the reversed arcs and
    the number of trees.
    """
    sides = [[] for _ in range(n)]
    for k, (a, b) in enumerate(ends):
        sides[a].append((k, b))
        sides[b].append((k, a))
    open_edges = set(range(len(ends)))
    incoming = {v: set() for v in range(n)}
    discovered = {}
    trees = 0
    for root in range(n):
        if root in discovered:
            continue
        trees += 1
        discovered[root] = True
        path = [root]
        while path:
            v = path[-1]
            if not sides[v]:
                path.pop()
                continue
            k, w = sides[v].pop()
            if k in open_edges:
                open_edges.remove(k)
                incoming[w].add(v)
                if w not in discovered:
                    discovered[w] = True
                    path.append(w)
    return list(discovered), incoming, trees


def strong_components(order, incoming):
    taken = set()
    total = 0
    for v in order:
        if v in taken:
            continue
        total += 1
        heap = {v}
        while heap:
            x = heap.pop()
            taken.add(x)
            heap |= incoming[x] - taken
    return total


def main():
    rows = [tuple(map(int, line.split())) for line in sys.stdin.read().strip().split("\n")]
    n = rows[0][0]
    order, incoming, trees = orient(n, [(a - 1, b - 1) for a, b in rows[1:]])
    # the components form a forest whose edges are the bridges
    print(strong_components(order, incoming) - trees)


if __name__ == "__main__":
    main()
