import random
import sys


def quickselect(a, k):
    """a[k] of the sorted list; Hoare's partition, in place"""
    lo, hi = 0, len(a) - 1
    while lo < hi:
        pivot = a[random.randint(lo, hi)]
        i, j = lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if k <= j:
            hi = j
        elif k >= i:
            lo = i
        else:
            break
    return a[k]


def main():
    sys.stdin = open("kth.in", "r")
    n, k = map(int, input().split())
    a = list(map(int, input().split()))
    result = quickselect(a, k - 1)
    with open("kth.out", "w") as f:
        f.write(str(result))


main()
