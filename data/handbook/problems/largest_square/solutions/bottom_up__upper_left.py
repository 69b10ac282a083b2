from collections import defaultdict

_, _, *field = open(0).read().split()
cells = {(y, x) for y, r in enumerate(field) for x, c in enumerate(r) if c == "1"}

side = defaultdict(int)
for y, x in sorted(cells, reverse=True):
    side[y, x] = 1 + min(side[y + 1, x], side[y, x + 1], side[y + 1, x + 1])

print(max(side.values(), default=0))
