import sys
from collections import deque
from itertools import islice

MOD = 1_000_000_007


def climbs():
    last = deque([0, 1], maxlen=2)
    while True:
        yield last[1]
        last.append(sum(last) % MOD)


n = int(sys.stdin.read())
print(next(islice(climbs(), n, None)))
