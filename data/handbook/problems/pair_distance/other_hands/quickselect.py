import sys


def kth(v, k):
    lo, hi = 0, len(v)
    while True:
        # three parts: less, equal, greater
        pivot = v[(lo + hi - 1) // 2]
        lt, i, gt = lo, lo, hi
        while i < gt:
            x = v[i]
            if x < pivot:
                v[i], v[lt] = v[lt], x
                lt += 1
                i += 1
            elif x > pivot:
                gt -= 1
                v[i], v[gt] = v[gt], x
            else:
                i += 1
        if k < lt:
            hi = lt
        elif k >= gt:
            lo = gt
        else:
            return pivot


def main():
    n, k, *p = map(int, sys.stdin.read().split())
    dist = []
    while p:
        x = p.pop()
        dist.extend(abs(x - y) for y in p)
    print(kth(dist, k - 1))


main()
