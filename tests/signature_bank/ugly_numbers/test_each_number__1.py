n = int(input())
x = 0
c = 0
while c < n:
    x += 1
    y = x
    for p in (2, 3, 5):
        while y % p == 0:
            y //= p
    if y == 1:
        c += 1
print(x)
