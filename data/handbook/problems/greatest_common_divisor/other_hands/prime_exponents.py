from collections import defaultdict


def prime_powers(x):
    while x % 2 == 0:
        yield 2
        x //= 2
    f = 3
    while f <= x:
        if x % f == 0:
            yield f
            x //= f
        elif f * f > x:
            f = x
        else:
            f += 2


exponents = defaultdict(list)
n = int(input())
for t in map(int, input().split()):
    here = list(prime_powers(t))
    for p in set(here):
        exponents[p].append(here.count(p))

answer = 1
for p, es in exponents.items():
    if len(es) == n:
        answer *= p ** min(es)
print(answer)
