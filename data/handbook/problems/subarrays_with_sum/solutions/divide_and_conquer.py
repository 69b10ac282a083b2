n, k = map(int, input().split())
a = list(map(int, input().split()))


def solve(l, r):
    if r - l == 1:
        return 1 if a[l] == k else 0
    m = (l + r) // 2
    left = {}
    s = 0
    for i in range(m - 1, l - 1, -1):
        s += a[i]
        left[s] = left.get(s, 0) + 1
    res = 0
    s = 0
    for i in range(m, r):
        s += a[i]
        res += left.get(k - s, 0)
    return res + solve(l, m) + solve(m, r)


print(solve(0, n))
