import sys


class LinearSieve:
    """Every composite number is crossed out once, by its smallest prime factor."""

    def __init__(self, limit):
        self.factor = [0] * (limit + 1)
        self.primes = []
        for number in range(2, limit + 1):
            if self.factor[number] == 0:
                self.factor[number] = number
                self.primes.append(number)
            k = 0
            while k < len(self.primes):
                p = self.primes[k]
                if p > self.factor[number] or p * number > limit:
                    break
                self.factor[p * number] = p
                k += 1


a, b = map(int, sys.stdin.readline().split())
print(len([p for p in LinearSieve(b).primes if p >= a]))
