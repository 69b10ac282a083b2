n = int(input())
d = [0] * (n + 1)
d[1] = 1
best = 1
for i in range(2, n + 1):
    x = i
    c = 0
    while x >= i:
        if x % 2:
            x = 3 * x + 1
        else:
            x //= 2
        c += 1
    d[i] = d[x] + c
    if d[i] > d[best]:
        best = i
print(best, d[best])
