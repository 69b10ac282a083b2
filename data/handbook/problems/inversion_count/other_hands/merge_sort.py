n = int(input())
arr = [int(w) for w in input().split()]
buf = arr[:]


def msort(l, r):
    """Sorts arr[l..r] (both ends included) and returns its inversions."""
    if l >= r:
        return 0
    m = l + (r - l) // 2
    inv = msort(l, m) + msort(m + 1, r)
    p, q = l, m + 1
    for w in range(l, r + 1):
        if q > r or (p <= m and arr[p] <= arr[q]):
            buf[w] = arr[p]
            p += 1
            inv += q - m - 1
        else:
            buf[w] = arr[q]
            q += 1
    arr[l:r + 1] = buf[l:r + 1]
    return inv


print(msort(0, n - 1))
