import sys

numbers = [int(x) for x in sys.stdin.read().split()][1:]
goes_to = {}
for old, new in zip(sorted(numbers), numbers):
    goes_to[old] = new


def walk(x, visited):
    """How many new numbers does the walk from x meet?"""
    if x in visited:
        return 0
    visited.add(x)
    return 1 + walk(goes_to[x], visited)


visited = set()
swaps = 0
for x in numbers:
    met = walk(x, visited)
    swaps += max(0, met - 1)
print(swaps)
