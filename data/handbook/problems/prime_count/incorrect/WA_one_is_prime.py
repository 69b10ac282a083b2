a, b = map(int, input().split())
count = 0
for n in range(max(a, 1), b + 1):
    d = 2
    while d * d <= n and n % d:
        d += 1
    if d * d > n:
        count += 1
print(count)
