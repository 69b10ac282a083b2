import sys


def build(node, lo, hi):
    if hi - lo == 1:
        tree[node] = a[lo]
        return
    mid = (lo + hi) // 2
    build(2 * node, lo, mid)
    build(2 * node + 1, mid, hi)
    tree[node] = tree[2 * node] + tree[2 * node + 1]


def update(node, lo, hi, pos, delta):
    tree[node] += delta
    if hi - lo > 1:
        mid = (lo + hi) // 2
        if pos < mid:
            update(2 * node, lo, mid, pos, delta)
        else:
            update(2 * node + 1, mid, hi, pos, delta)


def query(node, lo, hi, l, r):
    if r <= lo or hi <= l:
        return 0
    if l <= lo and hi <= r:
        return tree[node]
    mid = (lo + hi) // 2
    return query(2 * node, lo, mid, l, r) + query(2 * node + 1, mid, hi, l, r)


data = sys.stdin.buffer.read().split()
n, q = int(data[0]), int(data[1])
a = [int(x) for x in data[2:n + 2]]
tree = [0] * (4 * n)
build(1, 0, n)
out = []
for k in range(n + 2, n + 2 + 3 * q, 3):
    x, y = int(data[k + 1]), int(data[k + 2])
    if data[k] == b"+":
        update(1, 0, n, x - 1, y)
    else:
        out.append(query(1, 0, n, x - 1, y))
print("\n".join(map(str, out)))
