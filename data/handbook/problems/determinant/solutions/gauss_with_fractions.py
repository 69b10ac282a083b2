from fractions import Fraction

n = int(input())
a = [[Fraction(x) for x in input().split()] for _ in range(n)]
det = Fraction(1)
for c in range(n):
    p = next((r for r in range(c, n) if a[r][c]), None)
    if p is None:
        det = Fraction(0)
        break
    if p != c:
        a[p], a[c] = a[c], a[p]
        det = -det
    det *= a[c][c]
    for r in range(c + 1, n):
        f = a[r][c] / a[c][c]
        for k in range(c, n):
            a[r][k] -= f * a[c][k]
print(det)
