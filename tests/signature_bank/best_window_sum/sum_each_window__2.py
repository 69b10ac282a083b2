import sys

data = [int(t) for t in sys.stdin.read().split()]
width, values = data[1], data[2:]
print(max(sum(values[i : i + width]) for i in range(len(values) - width + 1)))
