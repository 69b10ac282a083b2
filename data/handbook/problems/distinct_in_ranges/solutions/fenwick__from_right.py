# go from right to left; only the first copy of each value at or after l counts
import fileinput
from collections import defaultdict

lines = fileinput.input()
n, q = map(int, next(lines).split())
a = next(lines).split()
ask = defaultdict(list)
for k in range(q):
    l, r = next(lines).split()
    ask[int(l)].append((int(r), k))

tree = defaultdict(int)
nearest = {}
out = {}
for l in range(n, 0, -1):
    changes = [(l, 1)]
    old = nearest.get(a[l - 1])
    if old is not None:
        changes.append((old, -1))
    nearest[a[l - 1]] = l
    for place, step in changes:
        while place <= n:
            tree[place] += step
            place += place & -place
    for r, k in ask[l]:
        out[k] = 0
        while r:
            out[k] += tree[r]
            r -= r & -r

for k in range(q):
    print(out[k])
