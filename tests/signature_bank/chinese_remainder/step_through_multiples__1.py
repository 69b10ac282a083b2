n = int(input())
x, m = 0, 1
for _ in range(n):
    r, p = map(int, input().split())
    while x % p != r:
        x += m
    m *= p
print(x)
