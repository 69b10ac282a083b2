import sys


class LinearSieve:
    def __init__(self, top):
        self.primes = []
        self.mind = [0] * (top + 1)
        for x in range(2, top + 1):
            if not self.mind[x]:
                self.mind[x] = x
                self.primes.append(x)
            bound = min(self.mind[x], top // x)
            for p in self.primes:
                if p > bound:
                    break
                self.mind[p * x] = p

    def split(self, x):
        parts = []
        while self.mind[x] != x:
            parts.append(self.mind[x])
            x //= parts[-1]
        parts.append(x)
        return parts


ls = LinearSieve(20000)
it = iter(sys.stdin)
next(it)
for row in it:
    if row.strip():
        print(*ls.split(int(row)))
