a, b = map(int, input().split())
count = 0
for n in range(max(a, 2), b + 1):
    d = 2
    while n % d:
        d += 1
    if d == n:
        count += 1
print(count)
