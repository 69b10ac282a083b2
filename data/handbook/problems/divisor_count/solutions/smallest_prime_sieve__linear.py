import sys


def smallest_prime_factors(limit):
    """Euler's sieve: every composite is struck out once, by its smallest prime factor."""
    least = [0] * (limit + 1)
    primes = []
    for number in range(2, limit + 1):
        if least[number] == 0:
            least[number] = number
            primes.append(number)
        for prime in primes:
            if prime > least[number] or prime * number > limit:
                break
            least[prime * number] = prime
    return least


def main():
    n = int(sys.stdin.readline())
    least = smallest_prime_factors(n)
    exponents = {}
    while n != 1:
        prime = least[n]
        exponents[prime] = exponents.get(prime, 0) + 1
        n //= prime
    answer = 1
    for exponent in exponents.values():
        answer *= 1 + exponent
    print(answer)


if __name__ == "__main__":
    main()
