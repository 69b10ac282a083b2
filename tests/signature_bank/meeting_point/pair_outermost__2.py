import sys

values = sorted(int(t) for t in sys.stdin.read().split()[1:])
size = len(values)
print(sum(values[size - 1 - k] - values[k] for k in range(size // 2)))
