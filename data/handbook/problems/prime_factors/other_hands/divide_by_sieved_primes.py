import sys


def sieve(limit):
    composite = set()
    for p in range(2, limit + 1):
        if p not in composite:
            yield p
            composite.update(range(p * p, limit + 1, p))


PRIMES = tuple(sieve(142))


def factor(n):
    parts = []
    i = 0
    while i < len(PRIMES) and n >= PRIMES[i] ** 2:
        q, r = divmod(n, PRIMES[i])
        if r:
            i += 1
        else:
            parts.append(PRIMES[i])
            n = q
    if n != 1:
        parts.append(n)
    return parts


def main():
    t = int(sys.stdin.readline())
    for _ in range(t):
        print(*factor(int(sys.stdin.readline())))


main()
