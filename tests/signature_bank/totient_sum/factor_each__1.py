def phi(n):
    r = n
    p = 2
    while p * p <= n:
        if n % p == 0:
            while n % p == 0:
                n //= p
            r -= r // p
        p += 1
    if n > 1:
        r -= r // n
    return r

print(sum(phi(i) for i in range(1, int(input()) + 1)))
