import sys


def locate(arr, x):
    lo, hi = 0, len(arr)
    while lo < hi:
        mid = (lo + hi) >> 1
        if arr[mid] == x:
            return mid
        # mid and x in the same run: compare them, otherwise the run decides
        if (arr[mid] >= arr[0]) == (x >= arr[0]):
            go_right = arr[mid] < x
        else:
            go_right = x < arr[0]
        if go_right:
            lo = mid + 1
        else:
            hi = mid
    return -1


sys.stdin.readline()
arr = [int(w) for w in sys.stdin.readline().split()]
for w in sys.stdin.readline().split():
    print(locate(arr, int(w)))
