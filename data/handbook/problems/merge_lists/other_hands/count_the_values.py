import sys
from collections import Counter

tally = Counter()
for row in sys.stdin.read().split("\n")[1:]:
    tally.update(map(int, row.split()[1:]))
out = []
v = 0
left = sum(tally.values())
while left:
    out.extend([str(v)] * tally[v])
    left -= tally[v]
    v += 1
print(" ".join(out))
