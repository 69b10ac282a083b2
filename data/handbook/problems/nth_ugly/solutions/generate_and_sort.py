n = int(input())
M = 10**6
a = []
x = 1
while x <= M:
    y = x
    while y <= M:
        z = y
        while z <= M:
            a.append(z)
            z *= 5
        y *= 3
    x *= 2
a.sort()
print(a[n - 1])
