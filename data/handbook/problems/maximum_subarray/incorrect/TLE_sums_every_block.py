import sys

data = list(map(int, sys.stdin.read().split()))
n = data[0]
a = data[1:]
best = a[0]
for i in range(n):
    for j in range(i + 1, n + 1):
        s = sum(a[i:j])
        if s > best:
            best = s
print(best)
