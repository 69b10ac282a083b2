import sys

n, *given = map(int, sys.stdin.read().split())
print(next(k for k in range(n, -1, -1) if k not in given))
