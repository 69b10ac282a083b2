import sys
from itertools import count

n, m = map(int, sys.stdin.readline().split())
cycle = []
x, y = 0, 1 % m
for i in count():
    if i > 0 and (x, y) == (0, 1 % m):
        break
    cycle.append(x)
    x, y = y, (x + y) % m
print(cycle[n % i])
