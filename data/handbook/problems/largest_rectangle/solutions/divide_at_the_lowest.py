import sys

sys.setrecursionlimit(10000)
n = int(input())
h = list(map(int, input().split()))


def area(l, r):
    if l >= r:
        return 0
    m = min(range(l, r), key=lambda i: h[i])
    return max(h[m] * (r - l), area(l, m), area(m + 1, r))


print(area(0, n))
