n = int(input())
x = n
while x > n // x:
    x = (x + n // x) // 2
print(x)
