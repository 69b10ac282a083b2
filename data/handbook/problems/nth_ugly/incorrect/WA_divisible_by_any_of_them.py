n = int(input())
x = 1
k = 1
while k < n:
    x += 1
    if x % 2 == 0 or x % 3 == 0 or x % 5 == 0:
        k += 1
print(x)
