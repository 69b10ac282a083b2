n, m = map(int, input().split())
c = 1
for k in range(n):
    c = c * 2 * (2 * k + 1) // (k + 2)
print(c % m)
