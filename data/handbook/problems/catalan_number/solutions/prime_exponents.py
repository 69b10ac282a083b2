# exponent of each prime in (2n)! / n! / (n+1)!
n, m = map(int, input().split())


def legendre(k, p):
    e = 0
    while k:
        k //= p
        e += k
    return e


ans = 1 % m
for p in range(2, 2 * n + 1):
    if all(p % d for d in range(2, p)):
        e = legendre(2 * n, p) - legendre(n, p) - legendre(n + 1, p)
        ans = ans * pow(p, e, m) % m
print(ans)
