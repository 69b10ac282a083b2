for _ in range(int(input())):
    n = int(input())
    f = []
    for d in range(2, n + 1):
        if n % d == 0:
            f.append(d)
            while n % d == 0:
                n //= d
    print(*f)
