n = int(input())
d = [0] * n
for i in range(1, n):
    for j in range(i, n, i):
        d[j] += 1
print(d[n])
