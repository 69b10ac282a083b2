from math import prod


def in_factorial(q, top):
    return 0 if top < q else top // q + in_factorial(q, top // q)


def is_prime(q):
    d = 2
    while d * d <= q:
        if q % d == 0:
            return False
        d += 1
    return q > 1


size, modulus = [int(w) for w in input().split()]
exponents = {}
for q in filter(is_prime, range(2 * size + 1)):
    exponents[q] = in_factorial(q, 2 * size) - in_factorial(q, size) - in_factorial(q, size + 1)
print(prod(q ** e for q, e in exponents.items()) % modulus)
