import sys
from bisect import bisect_left


def main():
    data = list(map(int, sys.stdin.read().split()))
    a = data[1:]
    values = sorted(set(a))
    bit = [0] * (len(values) + 1)

    def update(i):
        while i < len(bit):
            bit[i] += 1
            i += i & (-i)

    def query(i):
        s = 0
        while i:
            s += bit[i]
            i -= i & (-i)
        return s

    inversions = 0
    while a:
        smaller = bisect_left(values, a.pop())
        inversions += query(smaller)
        update(smaller + 1)
    print(inversions)


main()
