def tau(n: int, start: int = 2) -> int:
    p = start
    while p * p <= n and n % p:
        p += 1
    if n == 1:
        return 1
    if p * p > n:
        return 2
    power = 0
    while True:
        q, r = divmod(n, p)
        if r:
            break
        n = q
        power += 1
    return (power + 1) * tau(n, p + 1)


print(tau(int(input())))
