import sys

data = sys.stdin.read().split()
n, q = int(data[0]), int(data[1])
a = list(map(int, data[2 : n + 2]))
for k in range(n + 2, len(data), 3):
    i, j = int(data[k + 1]), int(data[k + 2])
    if data[k] == "+":
        a[i - 1] += j
    else:
        print(sum(a[i - 1 : j - 1]))
