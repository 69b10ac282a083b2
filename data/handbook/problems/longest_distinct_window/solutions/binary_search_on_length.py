s = input()
n = len(s)


def ok(k):
    for i in range(n - k + 1):
        if len(set(s[i : i + k])) == k:
            return True
    return False


lo, hi = 1, n
while lo < hi:
    mid = (lo + hi + 1) // 2
    if ok(mid):
        lo = mid
    else:
        hi = mid - 1
print(lo)
