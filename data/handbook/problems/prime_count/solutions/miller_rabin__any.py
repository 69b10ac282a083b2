import sys

WITNESSES = (2, 7, 61)


def decompose(m):
    s = 0
    while not m & 1:
        m >>= 1
        s += 1
    return s, m


def composite_by(base, n, s, d):
    x = pow(base, d, n)
    if x in (1, n - 1):
        return False
    for _ in range(1, s):
        x = pow(x, 2, n)
        if x == n - 1:
            return False
    return True


def prime(n):
    if n < 4:
        return n in (2, 3)
    if n % 2 == 0 or n % 3 == 0 or n % 5 == 0:
        return n == 5
    s, d = decompose(n - 1)
    return not any(composite_by(w, n, s, d) for w in WITNESSES if w % n)


def main():
    a, b = map(int, sys.stdin.read().split())
    print(sum(1 for n in range(a, b + 1) if prime(n)))


main()
