import sys


def lower_bound(arr, value, lo):
    """first position >= lo with arr[pos] >= value"""
    hi = len(arr)
    while lo < hi:
        mid = (lo + hi) // 2
        if arr[mid] < value:
            lo = mid + 1
        else:
            hi = mid
    return lo


def main():
    tokens = list(map(int, open(0).read().split()))
    target = tokens[1]
    arr = tokens[2:]
    arr.sort()
    total = 0
    for pos, x in enumerate(arr):
        first = lower_bound(arr, target - x, pos + 1)
        last = lower_bound(arr, target - x + 1, pos + 1)
        total += last - first
    print(total)


main()
