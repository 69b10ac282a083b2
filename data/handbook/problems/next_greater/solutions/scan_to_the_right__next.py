import sys

values = [int(t) for t in sys.stdin.read().split()][1:]
print(" ".join(str(next((w for w in values[i + 1 :] if w > v), -1)) for i, v in enumerate(values)))
