import sys


def primes(limit):
    sieve = [True] * (limit + 1)
    for p in range(2, limit + 1):
        if sieve[p]:
            yield p
            for multiple in range(2 * p, limit + 1, p):
                sieve[multiple] = False


def main():
    word = sys.stdin.readline().strip()
    n = len(word)
    unit = n
    for p in primes(n):
        while unit % p == 0:
            shorter = unit // p
            if any(word[i] != word[i + shorter] for i in range(n - shorter)):
                break
            unit = shorter
    print(unit)


main()
