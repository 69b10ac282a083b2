import sys
from itertools import accumulate

meetings = [list(map(int, line.split())) for line in sys.stdin.readlines()[1:]]
events = [(s, +1) for s, _ in meetings] + [(e, -1) for _, e in meetings]
print(max(accumulate(change for _, change in sorted(events))))
