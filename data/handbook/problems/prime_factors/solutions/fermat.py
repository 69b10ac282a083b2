from math import isqrt


def fermat(n):
    # n odd; n = a*a - b*b = (a - b)(a + b)
    a = isqrt(n)
    if a * a < n:
        a += 1
    while True:
        b2 = a * a - n
        b = isqrt(b2)
        if b * b == b2:
            break
        a += 1
    x, y = a - b, a + b
    if x == 1:
        return [y]
    return fermat(x) + fermat(y)


for _ in range(int(input())):
    n = int(input())
    res = []
    while n % 2 == 0:
        res.append(2)
        n //= 2
    if n > 1:
        res += fermat(n)
    print(*sorted(res))
