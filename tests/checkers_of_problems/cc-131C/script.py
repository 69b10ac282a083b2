"""Print 1 where the number is that of the groups, counted again here, 0 where not."""

import sys
from math import comb

with open(sys.argv[1]) as given, open(sys.argv[3], errors="replace") as output:
    boys, girls, actors = map(int, given.read().split())
    words = output.read().split()
ways = sum(comb(boys, chosen) * comb(girls, actors - chosen) for chosen in range(4, actors))
print(1 if words == [str(ways)] else 0)
