n = int(input())
a = list(map(int, input().split()))


def go(l, r):
    # subarrays inside a[l:r]
    if r - l == 1:
        return a[l]
    m = (l + r) // 2
    res = go(l, m) + go(m, r)
    # minimums of suffixes of the left half and prefixes of the right half
    suf = [a[m - 1]]
    for i in range(m - 2, l - 1, -1):
        suf.append(min(suf[-1], a[i]))
    pre = [a[m]]
    for i in range(m + 1, r):
        pre.append(min(pre[-1], a[i]))
    p = 0
    s = 0
    total = sum(pre)
    for x in suf:
        # pre[:p] are at least x
        while p < len(pre) and pre[p] >= x:
            s += pre[p]
            p += 1
        res += x * p + total - s
    return res


print(go(0, n))
