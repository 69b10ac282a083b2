from itertools import groupby
from operator import itemgetter

input()
records = [(int(t), when) for when, t in enumerate(input().split())]
records.sort()
found = (10**9, -1)
for value, group in groupby(records, key=itemgetter(0)):
    next(group)
    again = next(group, None)
    if again is not None and again[1] < found[0]:
        found = (again[1], value)
print(found[1])
