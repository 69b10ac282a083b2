c = float(input())
x = max(1.0, c)
for _ in range(200):
    x = x - (x ** 3 + x - c) / (3 * x * x + 1)
print("%.6f" % x)
