n = int(input())
u = [1]
a = b = c = 0
while len(u) < n:
    x = min(u[a] * 2, u[b] * 3, u[c] * 5)
    u.append(x)
    if u[a] * 2 == x:
        a += 1
    if u[b] * 3 == x:
        b += 1
    if u[c] * 5 == x:
        c += 1
print(u[-1])
