from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
last = {}
prev = []
for i in range(n):
    prev.append(last.get(a[i], -1))
    last[a[i]] = i
tree = [[] for _ in range(4 * n)]


def build(v, lo, hi):
    tree[v] = sorted(prev[lo:hi + 1])
    if lo < hi:
        mid = (lo + hi) // 2
        build(2 * v, lo, mid)
        build(2 * v + 1, mid + 1, hi)


def query(v, lo, hi, l, r, x):
    # how many of prev[l..r] are less than x
    if r < lo or hi < l:
        return 0
    if l <= lo and hi <= r:
        return bisect_left(tree[v], x)
    mid = (lo + hi) // 2
    return query(2 * v, lo, mid, l, r, x) + query(2 * v + 1, mid + 1, hi, l, r, x)


build(1, 0, n - 1)
for _ in range(q):
    l, r = map(int, input().split())
    print(query(1, 0, n - 1, l - 1, r - 1, l - 1))
