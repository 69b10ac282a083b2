from fractions import Fraction

n = int(input())
pts = sorted({tuple(map(int, input().split())) for _ in range(n)})


def slope(a, b):
    return Fraction(b[1] - a[1], b[0] - a[0])


h = set()
for s in (1, -1):
    c = []
    for p in pts:
        while len(c) >= 2 and s * slope(c[-2], c[-1]) >= s * slope(c[-1], p):
            c.pop()
        c.append(p)
    h.update(c)
print(len(h))
