# glue numbers of one sign into runs; a run that is smaller than both its neighbours is swallowed by them
import sys
from itertools import groupby


def main():
    lines = sys.stdin.read().splitlines()
    a = [int(s) for s in lines[1].split()]
    best = max(a)
    stack = []
    for _, run in groupby(a, key=lambda x: x > 0):
        stack.append(sum(run))
        best = max(best, stack[-1]) if best > 0 else best
        while len(stack) >= 3 and abs(stack[-2]) <= min(abs(stack[-3]), abs(stack[-1])):
            joined = sum(stack[-3:])
            del stack[-3:]
            stack.append(joined)
            best = max(best, joined) if best > 0 else best
    print(best)


main()
