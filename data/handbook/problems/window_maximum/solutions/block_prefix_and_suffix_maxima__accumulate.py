# cut into blocks of k: a window is the end of one block and the beginning of the next
import sys
from itertools import accumulate

lines = sys.stdin.read().splitlines()
n, k = [int(t) for t in lines[0].split()]
numbers = [int(t) for t in lines[1].split()]
from_start, to_end = [], []
for begin in range(0, n, k):
    block = numbers[begin:begin + k]
    from_start += accumulate(block, max)
    to_end += list(accumulate(reversed(block), max))[::-1]
print(*map(max, to_end, from_start[k - 1:]))
