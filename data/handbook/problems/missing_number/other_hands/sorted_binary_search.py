import sys

_, *arr = map(int, sys.stdin.read().split())
arr.sort()


def gap(first, last):
    """The missing number lies in first..last."""
    if first == last:
        return first
    half = (first + last + 1) >> 1
    if arr[half - 1] == half - 1:
        return gap(half, last)
    return gap(first, half - 1)


print(gap(0, len(arr)))
