import sys


def smallest_factors(limit):
    least = [0] * (limit + 1)
    primes = []
    for value in range(2, limit + 1):
        if least[value] == 0:
            least[value] = value
            primes.append(value)
        for p in primes:
            if p > least[value] or p * value > limit:
                break
            least[p * value] = p
    return least


numbers = list(map(int, sys.stdin.read().split()))[1:]
least = smallest_factors(max(numbers))
for number in numbers:
    factors = []
    while number != 1:
        p = least[number]
        factors.append(str(p))
        number //= p
    print(" ".join(factors))
