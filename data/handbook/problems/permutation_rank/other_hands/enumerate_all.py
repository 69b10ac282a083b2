import sys


def ordered(items):
    if not items:
        yield []
    for at, head in enumerate(items):
        for tail in ordered(items[:at] + items[at + 1:]):
            yield [head] + tail


size = int(sys.stdin.readline())
wanted = list(map(int, sys.stdin.readline().split()))
place = 0
for perm in ordered(list(range(1, size + 1))):
    place += 1
    if perm == wanted:
        break
print(place)
