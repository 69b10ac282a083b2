"""Count the pairs again, each by asking every coder: 1.0 where the number is the same, 0.0 where not."""

import sys
from itertools import combinations

with open(sys.argv[1]) as given, open(sys.argv[3], errors="replace") as output:
    coders, needed, *named = map(int, given.read().split())
    words = output.read().split()
agree = [set(pair) for pair in zip(named[::2], named[1::2], strict=True)]
ways = sum(sum(not each.isdisjoint(pair) for each in agree) >= needed for pair in combinations(range(1, coders + 1), 2))
right = words == [str(ways)]
print(1.0 if right else 0.0)
print("translate:success" if right else "translate:wrong", file=sys.stderr)
