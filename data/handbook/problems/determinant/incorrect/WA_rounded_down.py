n = int(input())
a = [list(map(float, input().split())) for _ in range(n)]
det = 1.0
for c in range(n):
    p = max(range(c, n), key=lambda r: abs(a[r][c]))
    if a[p][c] == 0:
        det = 0.0
        break
    if p != c:
        a[p], a[c] = a[c], a[p]
        det = -det
    det *= a[c][c]
    for r in range(c + 1, n):
        f = a[r][c] / a[c][c]
        a[r] = [x - f * y for x, y in zip(a[r], a[c])]
print(int(det))
