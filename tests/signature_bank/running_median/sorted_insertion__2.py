import bisect
import sys


def medians(values):
    window = []
    for size, value in enumerate(values, 1):
        window.insert(bisect.bisect_left(window, value), value)
        middle = size >> 1
        yield window[middle] if size & 1 else (window[middle - 1] + window[middle]) / 2


print(*medians([int(t) for t in sys.stdin.read().split()[1:]]))
