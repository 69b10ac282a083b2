import sys

INF = float("inf")


def build(node, lo, hi):
    if lo == hi:
        tree[node] = a[lo]
        return
    mid = (lo + hi) // 2
    build(2 * node, lo, mid)
    build(2 * node + 1, mid + 1, hi)
    tree[node] = min(tree[2 * node], tree[2 * node + 1])


def query(node, lo, hi, l, r):
    if r < lo or hi < l:
        return INF
    if l <= lo and hi <= r:
        return tree[node]
    mid = (lo + hi) // 2
    return min(query(2 * node, lo, mid, l, r), query(2 * node + 1, mid + 1, hi, l, r))


data = list(map(int, sys.stdin.read().split()))
n, q = data[0], data[1]
a = data[2:2 + n]
tree = [INF] * (4 * n)
build(1, 0, n - 1)
pos = 2 + n
for _ in range(q):
    print(query(1, 0, n - 1, data[pos] - 1, data[pos + 1] - 1))
    pos += 2
