import sys

data = list(map(int, sys.stdin.read().split()))
capacity = data[1]
items = zip(data[2::2], data[3::2])
row = [0 for _ in range(capacity + 1)]
for weight, value in items:
    row = [max(row[c], row[c - weight] + value) if c >= weight else row[c] for c in range(capacity + 1)]
print(max(row))
