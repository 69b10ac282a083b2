import sys
from itertools import accumulate

line = sys.stdin.readline().strip()
levels = accumulate((1 if ch == "(" else -1 for ch in line), initial=0)
since = {}
longest = 0
for place, level in enumerate(levels):
    since.pop(level + 1, None)  # the curve came down below it
    begin = since.setdefault(level, place)
    if place - begin > longest:
        longest = place - begin
print(longest)
