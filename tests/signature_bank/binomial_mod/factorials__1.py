n, k, m = map(int, input().split())
f = [1] * (n + 1)
for i in range(1, n + 1):
    f[i] = f[i - 1] * i % m
print(f[n] * pow(f[k], m - 2, m) * pow(f[n - k], m - 2, m) % m)
