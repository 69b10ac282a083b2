import sys
from itertools import accumulate

heights = [int(x) for x in sys.stdin.readlines()[1].split()]
from_left = accumulate(heights, max)
from_right = reversed(list(accumulate(reversed(heights), max)))
print(sum(map(min, from_left, from_right)) - sum(heights))
