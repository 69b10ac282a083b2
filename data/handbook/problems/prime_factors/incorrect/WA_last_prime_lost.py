for _ in range(int(input())):
    n = int(input())
    f = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            f.append(d)
            n //= d
        d += 1
    print(*f)
