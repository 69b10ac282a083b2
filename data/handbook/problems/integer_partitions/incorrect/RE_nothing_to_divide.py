n = int(input())
p = [0] * (n + 1)
p[0] = p[1] = 1
for t in range(2, n + 1):
    p[t] = 1
for part in range(2, n + 1):
    for t in range(part, n + 1):
        p[t] += p[t - part]
print(p[n])
