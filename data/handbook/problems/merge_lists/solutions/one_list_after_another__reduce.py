import sys
from functools import reduce


def merge(first, second):
    """Two sorted lists into one; both are taken from behind."""
    first, second = list(first), list(second)
    backwards = []
    while first and second:
        larger = first if first[-1] > second[-1] else second
        backwards.append(larger.pop())
    return first + second + backwards[::-1]


lines = sys.stdin.readlines()
lists = [[int(x) for x in line.split()[1:]] for line in lines[1:]]
print(*reduce(merge, lists, []))
