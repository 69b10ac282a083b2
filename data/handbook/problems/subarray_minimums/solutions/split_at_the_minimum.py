import sys

sys.setrecursionlimit(10000)
n = int(input())
a = list(map(int, input().split()))


def go(l, r):
    if l >= r:
        return 0
    k = l
    for i in range(l, r):
        if a[i] < a[k]:
            k = i
    # a[k] is the minimum of all subarrays of a[l:r] that contain it
    return a[k] * (k - l + 1) * (r - k) + go(l, k) + go(k + 1, r)


print(go(0, n))
