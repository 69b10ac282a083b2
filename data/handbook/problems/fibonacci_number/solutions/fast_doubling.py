def fib(n):
    # returns F(n), F(n + 1)
    if n == 0:
        return 0, 1
    a, b = fib(n // 2)
    c = a * (2 * b - a) % m
    d = (a * a + b * b) % m
    if n % 2 == 0:
        return c, d
    return d, (c + d) % m


n, m = map(int, input().split())
print(fib(n)[0] % m)
