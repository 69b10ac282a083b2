import random
import sys

sys.setrecursionlimit(10000)


def partition(a, lo, hi):
    k = random.randint(lo, hi)
    a[k], a[hi] = a[hi], a[k]
    pivot = a[hi]
    store = lo
    for i in range(lo, hi):
        if a[i] < pivot:
            a[i], a[store] = a[store], a[i]
            store += 1
    a[store], a[hi] = a[hi], a[store]
    return store


def quicksort(a, lo, hi):
    if lo < hi:
        p = partition(a, lo, hi)
        quicksort(a, lo, p - 1)
        quicksort(a, p + 1, hi)


def main():
    n = int(sys.stdin.readline())
    a = list(map(int, sys.stdin.readline().split()))
    quicksort(a, 0, n - 1)
    print(" ".join(map(str, a)))


main()
