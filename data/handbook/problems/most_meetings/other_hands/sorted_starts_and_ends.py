import sys


def solve(pairs):
    come, leave = map(sorted, zip(*pairs))
    gone = 0
    peak = 0
    for arrived, now in enumerate(come, start=1):
        while leave[gone] <= now:
            gone += 1
        peak = max(peak, arrived - gone)
    return peak


n = int(sys.stdin.readline())
print(solve([tuple(map(int, sys.stdin.readline().split())) for _ in range(n)]))
