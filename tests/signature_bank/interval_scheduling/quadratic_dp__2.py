import sys

data = list(map(int, sys.stdin.read().split()))
n = data[0]
items = sorted((data[2 * i + 1], data[2 * i + 2]) for i in range(n))
best = []
for i, (start, _) in enumerate(items):
    best.append(1 + max((best[j] for j in range(i) if items[j][1] <= start), default=0))
print(max(best))
