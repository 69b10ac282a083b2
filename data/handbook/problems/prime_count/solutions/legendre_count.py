# pi(b) - pi(a - 1); pi by removing, prime after prime, what it divides first, from the counts at n // i
from math import isqrt


def pi(n):
    if n < 2:
        return 0
    r = isqrt(n)
    values = [n // i for i in range(1, r + 1)]
    values += list(range(values[-1] - 1, 0, -1))
    s = {v: v - 1 for v in values}
    for p in range(2, r + 1):
        if s[p] == s[p - 1]:
            continue
        before = s[p - 1]
        for v in values:
            if v < p * p:
                break
            s[v] -= s[v // p] - before
    return s[n]


a, b = map(int, input().split())
print(pi(b) - pi(a - 1))
