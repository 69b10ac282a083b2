# in sorted order a[i] - i is 0 before the gap and 1 behind it
import sys
from bisect import bisect_left

lines = sys.stdin.readlines()
numbers = sorted(int(x) for x in lines[1].split())
print(bisect_left(range(len(numbers)), 1, key=lambda i: numbers[i] - i))
