c = float(input())
l, r = 0.0, max(1.0, c)
for _ in range(200):
    m = (l + r) / 2
    if m ** 3 + m < c:
        l = m
    else:
        r = m
print("%.6f" % l)
