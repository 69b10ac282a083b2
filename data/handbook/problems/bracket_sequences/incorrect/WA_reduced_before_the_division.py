n, m = map(int, input().split())
num = den = 1
for k in range(1, n + 1):
    num = num * (n + k) % m
    den *= k
print(num // den // (n + 1) % m)
