n = int(input())
rs, ms = [], []
for _ in range(n):
    r, m = map(int, input().split())
    rs.append(r)
    ms.append(m)
M = 1
for m in ms:
    M *= m
x = 0
for r, m in zip(rs, ms):
    t = M // m
    x += r * t * pow(t, -1, m)
print(x % M)
