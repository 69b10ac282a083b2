n = int(input())


def square(x):
    r = int(x**0.5)
    return r * r == x


m = n
while m % 4 == 0:
    m //= 4
if square(n):
    print(1)
elif m % 8 == 7:
    print(4)
elif any(square(n - k * k) for k in range(1, int(n**0.5) + 1)):
    print(2)
else:
    print(3)
