import math


def witness(a, n):
    """does a show that the odd n is no prime?"""
    e = n - 1
    while e % 2 == 0:
        e //= 2
    y = pow(a, e, n)
    while e != n - 1 and y != 1 and y != n - 1:
        y = y * y % n
        e *= 2
    return y != n - 1 and e % 2 == 0


def prime(n):
    if n < 4:
        return n > 1
    return n % 2 == 1 and not any(witness(a, n) for a in (2, 3, 5) if a < n - 1)


def divisor(n):
    for p in (2, 3):
        if n % p == 0:
            return p
    for c in range(1, n):
        for start in range(2, n):
            slow = fast = start
            while True:
                slow = (slow * slow + c) % n
                for _ in "12":
                    fast = (fast * fast + c) % n
                g = math.gcd(slow - fast, n)
                if g > 1:
                    break
            if g < n:
                return g


def decompose(n, into):
    if n == 1:
        return
    if prime(n):
        into.append(n)
        return
    d = divisor(n)
    decompose(n // d, into)
    decompose(d, into)


for _ in range(int(input())):
    res = []
    decompose(int(input()), res)
    res.sort()
    print(*res)
