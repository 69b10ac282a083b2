import sys
from itertools import takewhile, count

n = int(sys.stdin.readline())
squares = list(takewhile(lambda s: s <= n, (i * i for i in count(1))))
# bit x: x can be what is left
left = 1 << n
steps = 0
while left % 2 == 0:
    now, left = left, 0
    for s in squares:
        left |= now >> s
    steps += 1
print(steps)
