import sys


def least_prime_factors(limit):
    """Euler's sieve: every composite is struck out once, by its least prime."""
    least = {}
    primes = []
    for number in range(2, limit + 1):
        if number not in least:
            least[number] = number
            primes.append(number)
        index = 0
        while index < len(primes) and number * primes[index] <= limit:
            least[number * primes[index]] = primes[index]
            if number % primes[index] == 0:
                break
            index += 1
    return least


def decompose(number, least):
    while number > 1:
        prime = least[number]
        yield prime
        number //= prime


def main():
    numbers = list(map(int, sys.stdin.read().split()))[1:]
    least = least_prime_factors(max(numbers))
    for number in numbers:
        print(*decompose(number, least))


main()
