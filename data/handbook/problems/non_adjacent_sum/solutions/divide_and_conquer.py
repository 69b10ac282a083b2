n = int(input())
a = list(map(int, input().split()))


def solve(l, r):
    # t[x][y]: best of a[l:r], the first element may be used if x, the last if y
    if r - l == 1:
        v = max(0, a[l])
        return [[0, 0], [0, v]]
    m = (l + r) // 2
    L = solve(l, m)
    R = solve(m, r)
    t = [[0, 0], [0, 0]]
    for x in range(2):
        for y in range(2):
            t[x][y] = max(L[x][0] + R[1][y], L[x][1] + R[0][y])
    return t


print(solve(0, n)[1][1])
