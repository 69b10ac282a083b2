a, b, m = map(int, input().split())
r = 1
for _ in range(b):
    r = r * a % m
print(r)
