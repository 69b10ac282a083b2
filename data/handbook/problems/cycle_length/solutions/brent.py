def brent(f, x0):
    power = lam = 1
    tortoise = x0
    hare = f(x0)
    while tortoise != hare:
        if power == lam:
            tortoise = hare
            power *= 2
            lam = 0
        hare = f(hare)
        lam += 1

    tortoise = hare = x0
    for _ in range(lam):
        hare = f(hare)

    mu = 0
    while tortoise != hare:
        tortoise = f(tortoise)
        hare = f(hare)
        mu += 1
    return lam, mu


s, a, b, c, m = map(int, input().split())
lam, mu = brent(lambda x: (a * x * x + b * x + c) % m, s)
print(mu, lam)
