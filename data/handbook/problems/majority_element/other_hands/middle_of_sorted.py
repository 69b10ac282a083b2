import sys
from bisect import bisect_left, bisect_right

values = list(map(int, sys.stdin.readlines()[1].split()))
values.sort()
mid = values[len(values) // 2]
length = bisect_right(values, mid) - bisect_left(values, mid)
print(mid if 2 * length > len(values) else -1)
