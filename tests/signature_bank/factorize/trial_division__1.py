for _ in range(int(input())):
    n = int(input())
    res = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            res.append(p)
            n //= p
        p += 1
    if n > 1:
        res.append(n)
    print(*res)
