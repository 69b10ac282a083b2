n, k, m = map(int, input().split())
r = 1
for i in range(1, k + 1):
    r = r * (n - i + 1) // i
print(r % m)
