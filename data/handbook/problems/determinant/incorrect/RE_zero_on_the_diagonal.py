from fractions import Fraction

n = int(input())
a = [[Fraction(x) for x in input().split()] for _ in range(n)]
det = Fraction(1)
for c in range(n):
    det *= a[c][c]
    for r in range(c + 1, n):
        f = a[r][c] / a[c][c]
        a[r] = [x - f * y for x, y in zip(a[r], a[c])]
print(det)
