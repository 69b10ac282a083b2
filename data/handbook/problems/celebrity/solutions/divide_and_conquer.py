n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]


def find(l, r):
    # celebrity among l..r-1 or -1
    if r - l == 1:
        return l
    m = (l + r) // 2
    x = find(l, m)
    if x >= 0 and all(a[i][x] and not a[x][i] for i in range(m, r)):
        return x
    y = find(m, r)
    if y >= 0 and all(a[i][y] and not a[y][i] for i in range(l, m)):
        return y
    return -1


c = find(0, n)
print(c + 1 if c >= 0 else -1)
