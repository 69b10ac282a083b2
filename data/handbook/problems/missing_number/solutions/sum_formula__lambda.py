import sys
missing = lambda n, *given: sum(range(n + 1)) - sum(given)
print(missing(*map(int, sys.stdin.read().split())))
