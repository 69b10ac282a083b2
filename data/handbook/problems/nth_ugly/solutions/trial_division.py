n = int(input())
x = 0
while n:
    x += 1
    y = x
    for p in (2, 3, 5):
        while y % p == 0:
            y //= p
    if y == 1:
        n -= 1
print(x)
