n, m = map(int, input().split())
a = 0
b = 1
for i in range(n):
    c = (a + b) % m
    a = b
    b = c

# a is still 0 or 1 for small n
print(a % m)
