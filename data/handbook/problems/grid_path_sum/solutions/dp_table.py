h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
for i in range(h):
    for j in range(w):
        if i == 0 and j == 0:
            continue
        if i == 0:
            a[i][j] += a[i][j - 1]
        elif j == 0:
            a[i][j] += a[i - 1][j]
        else:
            a[i][j] += min(a[i - 1][j], a[i][j - 1])
print(a[h - 1][w - 1])
