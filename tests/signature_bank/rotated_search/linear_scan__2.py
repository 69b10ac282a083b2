import sys

tokens = sys.stdin.read().split()
target, values = tokens[1], tokens[2:]
print(values.index(target) if target in values else -1)
