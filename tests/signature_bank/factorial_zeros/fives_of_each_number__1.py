n = int(input())
c = 0
for i in range(1, n + 1):
    x = i
    while x % 5 == 0:
        c += 1
        x //= 5
print(c)
