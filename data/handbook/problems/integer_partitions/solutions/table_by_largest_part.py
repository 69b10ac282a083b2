n = int(input())
p = [1] + [0] * n
for part in range(1, n + 1):
    for t in range(part, n + 1):
        p[t] += p[t - part]
print(p[n])
