def major(lo, hi):
    if hi - lo == 1:
        return a[lo]
    mid = (lo + hi) // 2
    for x in (major(lo, mid), major(mid, hi)):
        if x >= 0 and sum(a[i] == x for i in range(lo, hi)) * 2 > hi - lo:
            return x
    return -1


n = int(input())
a = list(map(int, input().split()))
print(major(0, n))
