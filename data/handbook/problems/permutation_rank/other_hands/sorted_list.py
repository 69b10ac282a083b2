import bisect
import sys

size, *perm = map(int, sys.stdin.read().split())
earlier = []
rank = 0
for v in perm:
    spot = bisect.bisect(earlier, v)
    rank = rank * (size - len(earlier)) + (v - 1 - spot)
    earlier[spot:spot] = [v]
print(1 + rank)
