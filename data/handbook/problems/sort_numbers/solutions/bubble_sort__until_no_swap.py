import sys


def bubble(values):
    swapped = True
    last = len(values) - 1
    while swapped:
        swapped = False
        k = 0
        while k < last:
            if values[k + 1] < values[k]:
                temp = values[k]
                values[k] = values[k + 1]
                values[k + 1] = temp
                swapped = True
            k += 1
        last -= 1
    return values


print(" ".join(map(str, bubble(list(map(int, sys.stdin.readlines()[1].split()))))))
