import sys


def first_true(lo, hi, pred):
    """smallest i in [lo, hi) with pred(i), hi if there is none"""
    while lo < hi:
        mid = (lo + hi) // 2
        if pred(mid):
            hi = mid
        else:
            lo = mid + 1
    return lo


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    a, ask = data[2 : n + 2], data[n + 2 :]
    cut = first_true(0, n, lambda i: a[i] < a[0])
    out = []
    for x in ask:
        lo, hi = (0, cut) if x >= a[0] else (cut, n)
        at = first_true(lo, hi, lambda i: a[i] >= x)
        out.append(at if at < hi and a[at] == x else -1)
    print(*out, sep="\n")


main()
