n, m = map(int, input().split())
a = b = 1
for i in range(1, n + 1):
    a = a * (n + i)
    b = b * i
print(a * pow(b * (n + 1), -1, m) % m)
