n, m = map(int, input().split())
if n <= 1:
    print(n)
else:
    a, b = 0, 1
    for _ in range(n - 1):
        a, b = b, (a + b) % m
    print(b)
