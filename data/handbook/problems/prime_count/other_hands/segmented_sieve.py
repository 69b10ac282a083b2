import sys


def root_primes(limit):
    ok = [True] * (limit + 1)
    out = []
    for i in range(2, limit + 1):
        if ok[i]:
            out.append(i)
            for j in range(i * i, limit + 1, i):
                ok[j] = False
    return out


def blocks(lo, hi, size):
    while lo <= hi:
        yield lo, min(lo + size - 1, hi)
        lo += size


def survivors(lo, hi, primes):
    window = [1] * (hi - lo + 1)
    for p in primes:
        if p * p > hi:
            break
        k = max(p, -(-lo // p))
        while k * p <= hi:
            window[k * p - lo] = 0
            k += 1
    return sum(window)


a, b = map(int, sys.stdin.readline().split())
side = int(b ** 0.5) + 2
primes = root_primes(side)
print(sum(survivors(x, y, primes) for x, y in blocks(max(2, a), b, 4 * side)))
