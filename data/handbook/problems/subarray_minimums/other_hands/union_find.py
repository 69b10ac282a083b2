import sys
from operator import itemgetter

tokens = [int(t) for t in sys.stdin.read().split()]
n = tokens.pop(0)
boss = {}  # root: minus the size of its block; others: the one above


def root(x):
    if boss[x] < 0:
        return x
    boss[x] = root(boss[x])
    return boss[x]


ans = 0
# positions from 1, so that a root is never called 0
for i, v in sorted(enumerate(tokens, 1), key=itemgetter(1), reverse=True):
    spans = []
    boss[i] = -1
    for j in (i - 1, i + 1):
        if j in boss:
            r = root(j)
            spans.append(1 - boss[r])
            boss[i] += boss[r]
            boss[r] = i
        else:
            spans.append(1)
    ans += v * spans[0] * spans[1]
print(ans)
