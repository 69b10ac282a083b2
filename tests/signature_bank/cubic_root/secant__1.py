c = float(input())
a, b = 0.0, max(1.0, c ** (1 / 3))
fa, fb = a ** 3 + a - c, b ** 3 + b - c
while abs(b - a) > 1e-12 and fa != fb:
    a, b = b, b - fb * (b - a) / (fb - fa)
    fa, fb = fb, b ** 3 + b - c
print("%.6f" % b)
