import bisect
import sys

tokens = [int(t) for t in sys.stdin.read().split()]
goal = tokens[1]
after = [0]
total = runs = 0
for value in tokens[:1:-1]:
    total += value
    at = bisect.bisect_left(after, total - goal)
    while at < len(after) and after[at] == total - goal:
        runs += 1
        at += 1
    bisect.insort_left(after, total)
print(runs)
