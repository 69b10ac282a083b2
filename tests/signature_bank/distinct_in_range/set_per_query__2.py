import sys


def distinct(values):
    seen = set()
    for value in values:
        seen.add(value)
    return len(seen)


lines = sys.stdin.read().splitlines()
colours = lines[1].split()
for line in lines[2:]:
    first, last = (int(x) for x in line.split())
    print(distinct(colours[first - 1 : last]))
