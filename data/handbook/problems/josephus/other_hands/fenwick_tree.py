import sys


def main():
    n, k = map(int, sys.stdin.read().split())
    bit = [0] * n

    def update(i, d):
        while i < n:
            bit[i] += d
            i |= i + 1

    def upto(i):
        s = 0
        while i >= 0:
            s += bit[i]
            i = (i & (i + 1)) - 1
        return s

    def find(r):
        # first place with more than r people up to it
        lo, hi = 0, n - 1
        while lo < hi:
            mid = (lo + hi) // 2
            if upto(mid) > r:
                hi = mid
            else:
                lo = mid + 1
        return lo

    for i in range(n):
        update(i, 1)
    who = r = 0
    for alive in range(n, 0, -1):
        r = (r + k - 1) % alive
        who = find(r)
        update(who, -1)
    print(who + 1)


main()
