# the lowest house ends every rectangle that is higher: go on left and right of it
import sys


def largest(houses):
    best = 0
    todo = [houses]
    while todo:
        part = todo.pop()
        if not part:
            continue
        lowest = min(part)
        best = max(best, lowest * len(part))
        k = part.index(lowest)
        todo.append(part[:k])
        todo.append(part[k + 1 :])
    return best


print(largest([int(x) for x in sys.stdin.readlines()[1].split()]))
