n = int(input())
a = list(map(int, input().split()))
table = [a]
k = 1
while 2 * k <= n:
    last = table[-1]
    table.append([max(last[i], last[i + k]) for i in range(n - 2 * k + 1)])
    k *= 2


def highest(l, r):
    j = (r - l).bit_length() - 1
    return max(table[j][l], table[j][r - (1 << j)])


res = []
for i in range(n):
    lo, hi = i + 1, n + 1  # the shortest a[i + 1 : end] with a greater number
    while lo < hi:
        mid = (lo + hi) // 2
        if mid > n or (mid > i + 1 and highest(i + 1, mid) > a[i]):
            hi = mid
        else:
            lo = mid + 1
    res.append(a[lo - 1] if lo <= n else -1)
print(*res)
