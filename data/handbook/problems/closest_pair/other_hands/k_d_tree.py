import sys
from math import inf

raw = [int(t) for t in sys.stdin.read().split()]
P = [raw[1::2], raw[2::2]]
n = raw[0]

# node k of the tree is a point: the median of its range in `order`
order = list(range(n))
todo = [(0, n, 0)]
while todo:
    lo, hi, axis = todo.pop()
    if hi - lo < 2:
        continue
    order[lo:hi] = sorted(order[lo:hi], key=P[axis].__getitem__)
    mid = (lo + hi) // 2
    todo.append((lo, mid, axis ^ 1))
    todo.append((mid + 1, hi, axis ^ 1))

best = inf
for i in range(n):
    at = (P[0][i], P[1][i])
    todo = [(0, n, 0, 0)]
    while todo:
        lo, hi, axis, gap = todo.pop()
        if lo >= hi or gap >= best:
            continue
        mid = (lo + hi) // 2
        k = order[mid]
        if k != i:
            d = (P[0][k] - at[0]) ** 2 + (P[1][k] - at[1]) ** 2
            if d < best:
                best = d
        side = at[axis] - P[axis][k]
        lower, upper = (lo, mid), (mid + 1, hi)
        near, far = (lower, upper) if side <= 0 else (upper, lower)
        todo.append((*far, axis ^ 1, side * side))
        todo.append((*near, axis ^ 1, 0))
print(f"{best ** 0.5:.7f}")
