n = int(input())
p = [1]
for m in range(1, n + 1):
    s = 0
    k = 1
    while k * (3 * k - 1) // 2 <= m:
        sign = -1 if k % 2 == 0 else 1
        s += sign * p[m - k * (3 * k - 1) // 2]
        if k * (3 * k + 1) // 2 <= m:
            s += sign * p[m - k * (3 * k + 1) // 2]
        k += 1
    p.append(s)
print(p[n])
