import sys


def lowest(values, left, right):
    best = values[left]
    for i in range(left + 1, right + 1):
        if values[i] < best:
            best = values[i]
    return best


data = [int(t) for t in sys.stdin.read().split()]
n, q = data[:2]
values, queries = data[2 : n + 2], data[n + 2 :]
for left, right in zip(queries[::2], queries[1::2]):
    print(lowest(values, left - 1, right - 1))
