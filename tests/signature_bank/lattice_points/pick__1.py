from math import gcd

n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
s = 0
b = 0
for i in range(n):
    x1, y1 = p[i]
    x2, y2 = p[(i + 1) % n]
    s += x1 * y2 - x2 * y1
    b += gcd(abs(x1 - x2), abs(y1 - y2))
print((abs(s) - b + 2) // 2)
