import sys


def selection(v: list) -> list:
    # the largest goes behind, the unsorted part shrinks
    end = len(v)
    while end > 1:
        big = 0
        for i, x in enumerate(v[:end]):
            if x >= v[big]:
                big = i
        end -= 1
        v[big], v[end] = v[end], v[big]
    return v


_, text = sys.stdin.read().strip().split("\n")
print(*selection([int(x) for x in text.split()]))
