# height = open minus closed; a piece is balanced if it starts and ends at one height and never goes below
import sys

text = sys.stdin.read().split()[0]
first = {0: 0}
height = 0
best = 0
for i, c in enumerate(text, 1):
    if c == "(":
        height += 1
        first[height] = i  # coming from below: what was seen at this height lies behind a lower point
    else:
        height -= 1
        best = max(best, i - first.setdefault(height, i))
print(best)
