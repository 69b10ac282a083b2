import sys
_, s, *a = map(int, sys.stdin.read().split())
ways = lambda rest, items: int(rest == 0) if not items else ways(rest, items[1:]) + ways(rest - items[0], items[1:])
print(ways(s, a))
