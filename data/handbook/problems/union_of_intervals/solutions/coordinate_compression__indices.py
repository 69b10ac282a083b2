import sys


def solve():
    n, *data = map(int, sys.stdin.read().split())
    pieces = [(data[2 * i], data[2 * i + 1]) for i in range(n)]
    coordinates = sorted(set(data))
    index = {x: k for k, x in enumerate(coordinates)}
    covered = [False] * len(coordinates)
    for left, right in pieces:
        k = index[left]
        while k < index[right]:
            covered[k] = True
            k += 1
    length = 0
    for k, flag in enumerate(covered):
        if flag:
            length += coordinates[k + 1] - coordinates[k]
    print(length)


solve()
