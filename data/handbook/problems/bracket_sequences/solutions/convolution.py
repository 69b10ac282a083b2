n, m = map(int, input().split())
c = [0] * (n + 1)
c[0] = 1
for k in range(1, n + 1):
    for i in range(k):
        c[k] += c[i] * c[k - 1 - i]
print(c[n] % m)
