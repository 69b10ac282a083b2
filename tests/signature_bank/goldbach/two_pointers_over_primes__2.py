import sys


def primes_below(limit):
    found = []
    for candidate in range(2, limit):
        if all(candidate % p for p in found if p * p <= candidate):
            found.append(candidate)
    return found


def main():
    n = int(sys.stdin.read())
    primes = primes_below(n)
    low, high = 0, len(primes) - 1
    pairs = 0
    while low <= high:
        if primes[low] + primes[high] > n:
            high -= 1
            continue
        if primes[low] + primes[high] == n:
            pairs += 1
        low += 1
    print(pairs)


main()
