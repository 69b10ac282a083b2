import sys


def has_divisor(n, primes):
    i = 0
    while i < len(primes) and primes[i] <= n // primes[i]:
        if n % primes[i] == 0:
            return True
        i += 1
    return False


class Counter:
    def __init__(self, limit):
        self.primes = []
        k = 2
        while k * k <= limit:
            if not has_divisor(k, self.primes):
                self.primes.append(k)
            k += 1

    def count(self, low, high):
        return sum(not has_divisor(n, self.primes) for n in range(max(low, 2), high + 1))


first, last = map(int, sys.stdin.readline().split())
print(Counter(last).count(first, last))
