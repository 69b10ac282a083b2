import sys
from collections import deque
from itertools import accumulate, islice


def window_minima(values, width):
    candidates = deque()  # (index, value), values increasing
    for index, value in enumerate(values):
        if candidates and candidates[0][0] <= index - width:
            candidates.popleft()
        while candidates and candidates[-1][1] > value:
            candidates.pop()
        candidates.append((index, value))
        if index >= width - 1:
            yield candidates[0][1]


def main():
    n, gas, cost = (list(map(int, line.split())) for line in sys.stdin.readlines())
    n = n[0]
    change = [a - b for a, b in zip(gas, cost)]
    height = list(accumulate(change * 2))
    before = [0] + height
    for start, low in enumerate(islice(window_minima(height, n), n)):
        if low - before[start] >= 0:
            return start + 1
    return -1


print(main())
