n = int(input())
u = [1]
a = b = c = 0
while len(u) < n:
    x = min(u[a] * 2, u[b] * 3, u[c] * 5)
    u.append(x)
    if x == u[a] * 2:
        a += 1
    elif x == u[b] * 3:
        b += 1
    else:
        c += 1
print(u[-1])
