import sys


def repeats(items):
    visited = set()
    for item in items:
        size = len(visited)
        visited.add(item)
        if len(visited) == size:
            yield item


tokens = sys.stdin.read().split()[1:]
print(next(repeats(tokens), "-1"))
