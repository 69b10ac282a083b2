n = int(input())
r = [tuple(map(int, input().split())) for _ in range(n)]
s = 0
for mask in range(1, 1 << n):
    a, b, c, d = -10**9, -10**9, 10**9, 10**9
    k = 0
    for i in range(n):
        if mask >> i & 1:
            k += 1
            a = max(a, r[i][0])
            b = max(b, r[i][1])
            c = min(c, r[i][2])
            d = min(d, r[i][3])
    if a < c and b < d:
        if k % 2:
            s += (c - a) * (d - b)
        else:
            s -= (c - a) * (d - b)
print(s)
