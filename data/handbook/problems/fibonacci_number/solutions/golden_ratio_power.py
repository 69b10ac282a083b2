# numbers a + b*phi with phi*phi = phi + 1; phi^n = F(n-1) + F(n)*phi
n, m = map(int, input().split())


def mul(x, y):
    a, b = x
    c, d = y
    return (a * c + b * d) % m, (a * d + b * c + b * d) % m


res = (1, 0)
base = (0, 1)
while n > 0:
    if n % 2 == 1:
        res = mul(res, base)
    base = mul(base, base)
    n //= 2
print(res[1] % m)
