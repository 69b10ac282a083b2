import sys

sys.setrecursionlimit(10000)


def merge(x, y):
    if not x or not y:
        return x + y
    if y[0] < x[0]:
        return [y[0]] + merge(x, y[1:])
    return [x[0]] + merge(x[1:], y)


def mergesort(z):
    return z if len(z) <= 1 else merge(mergesort(z[: len(z) // 2]), mergesort(z[len(z) // 2 :]))


print(*mergesort([int(t) for t in sys.stdin.read().split()[1:]]))
