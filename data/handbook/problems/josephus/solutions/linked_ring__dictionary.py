import sys

n, k = map(int, sys.stdin.readline().split())
after = {i: i % n + 1 for i in range(1, n + 1)}
at = n
while len(after) > 1:
    steps = (k - 1) % len(after)
    while steps:
        at, steps = after[at], steps - 1
    after[at] = after.pop(after[at])
print(at)
