import sys

n, *arr = [int(x) for x in sys.stdin.read().split()]


def split(lo, hi):
    # (number, how often it occurs in arr[lo..hi]), or (-1, 0)
    if lo == hi:
        return arr[lo], 1
    mid = (lo + hi) // 2
    u, cu = split(lo, mid)
    v, cv = split(mid + 1, hi)
    if u == v:
        return u, cu + cv
    cu += arr[mid + 1 : hi + 1].count(u)
    cv += arr[lo : mid + 1].count(v)
    size = hi - lo + 1
    if 2 * cu > size:
        return u, cu
    if 2 * cv > size:
        return v, cv
    return -1, 0


print(split(0, n - 1)[0])
