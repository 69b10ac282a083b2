import sys
from operator import itemgetter

OPEN, CLOSE = 0, 1

raw = list(map(int, sys.stdin.read().split()))
events = [(x, i % 2) for i, x in enumerate(raw[1:])]
events.sort(key=itemgetter(0, 1))

active, answer, origin = 0, 0, None
for where, kind in events:
    if kind == OPEN:
        active += 1
        if active == 1:
            origin = where
    else:
        active -= 1
        if not active:
            answer += where - origin
print(answer)
