import sys
from collections import defaultdict


def majority(values):
    need = len(values) // 2 + 1
    seen = defaultdict(int)
    for v in values:
        seen[v] += 1
        if seen[v] == need:
            return v
    return -1


print(majority(list(map(int, sys.stdin.read().split()))[1:]))
