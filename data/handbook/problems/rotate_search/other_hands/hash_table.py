import sys
from itertools import count


class Positions(dict):
    def __missing__(self, key):
        return -1


_, first, second = sys.stdin.read().strip().split("\n")
where = Positions(zip(first.split(), count()))
print("\n".join(str(where[x]) for x in second.split()))
