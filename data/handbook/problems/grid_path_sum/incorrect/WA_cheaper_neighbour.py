h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
i = j = 0
s = a[0][0]
while i < h - 1 or j < w - 1:
    if i == h - 1:
        j += 1
    elif j == w - 1:
        i += 1
    elif a[i + 1][j] < a[i][j + 1]:
        i += 1
    else:
        j += 1
    s += a[i][j]
print(s)
