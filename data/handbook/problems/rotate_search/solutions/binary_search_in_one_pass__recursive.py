import sys

input = sys.stdin.readline


def search(a, x, lo, hi):
    if lo > hi:
        return -1
    mid = (lo + hi) // 2
    if a[mid] == x:
        return mid
    if a[lo] <= a[mid]:  # the left part is in order
        if a[lo] <= x <= a[mid]:
            return search(a, x, lo, mid - 1)
        return search(a, x, mid + 1, hi)
    if a[mid] <= x <= a[hi]:
        return search(a, x, mid + 1, hi)
    return search(a, x, lo, mid - 1)


n, q = map(int, input().split())
a = [int(v) for v in input().split()]
for x in input().split():
    print(search(a, int(x), 0, n - 1))
