n = int(input())
a = list(map(int, input().split()))


def solve(l, r):
    # best profit in a[l:r]
    if r - l == 1:
        return 0
    m = (l + r) // 2
    cross = max(a[m:r]) - min(a[l:m])
    return max(solve(l, m), solve(m, r), cross)


print(solve(0, n))
