import sys

input = sys.stdin.readline

n = int(input())
a = [int(t) for t in input().split()]


def solve(lo, hi):
    """best block inside a[lo:hi]"""
    if hi - lo == 1:
        return a[lo]
    mid = (lo + hi) // 2
    res = max(solve(lo, mid), solve(mid, hi))
    left = total = a[mid - 1]
    for i in range(mid - 2, lo - 1, -1):
        total += a[i]
        if total > left:
            left = total
    right = total = a[mid]
    for i in range(mid + 1, hi):
        total += a[i]
        if total > right:
            right = total
    return max(res, left + right)


print(solve(0, n))
