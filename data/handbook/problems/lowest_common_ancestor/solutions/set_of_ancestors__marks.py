import sys

input = sys.stdin.readline


def common(parent, first, second):
    above_first = [False] * len(parent)
    while True:
        above_first[first] = True
        if first == 0:
            break
        first = parent[first]
    while not above_first[second]:
        second = parent[second]
    return second


def main():
    n, q = map(int, input().split())
    parent = [0] + [int(x) - 1 for x in input().split()]
    for _ in range(q):
        u, v = map(int, input().split())
        print(common(parent, u - 1, v - 1) + 1)


main()
