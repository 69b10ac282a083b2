import sys

values = sys.stdin.readlines()[1].split()
print(next((v for i, v in enumerate(values) if v in values[:i]), -1))
