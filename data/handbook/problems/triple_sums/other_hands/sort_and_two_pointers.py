import sys


def run_lengths(xs, order):
    """how many equal values in a row end at each position, in that order of walking"""
    out = [1] * len(xs)
    before = None
    for i in order:
        if before is not None and xs[before] == xs[i]:
            out[i] = out[before] + 1
        before = i
    return out


def main():
    n, s, *xs = map(int, sys.stdin.read().split())
    xs.sort()
    upto = run_lengths(xs, range(n))
    onward = run_lengths(xs, range(n - 1, -1, -1))
    ways = 0
    for big in range(n - 1, 1, -1):
        lo, hi = 0, big - 1
        while lo < hi:
            gap = s - xs[big] - xs[lo] - xs[hi]
            if gap > 0:
                lo += 1
            elif gap < 0:
                hi -= 1
            elif xs[lo] < xs[hi]:
                ways += onward[lo] * min(upto[hi], hi - lo)
                lo, hi = lo + onward[lo], hi - upto[hi]
            else:
                k = hi - lo
                ways += k * (k + 1) // 2
                break
    print(ways)


main()
