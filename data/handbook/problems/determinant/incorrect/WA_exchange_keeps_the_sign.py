from fractions import Fraction

n = int(input())
a = [[Fraction(x) for x in input().split()] for _ in range(n)]
det = Fraction(1)
for c in range(n):
    p = next((r for r in range(c, n) if a[r][c]), c)
    a[p], a[c] = a[c], a[p]
    det *= a[c][c]
    if not det:
        break
    for r in range(c + 1, n):
        f = a[r][c] / a[c][c]
        a[r] = [x - f * y for x, y in zip(a[r], a[c])]
print(det)
