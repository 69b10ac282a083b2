class FactorTable:
    def __init__(self, limit):
        self.low = [0] * (limit + 1)
        for p in range(2, limit + 1):
            if self.low[p]:
                continue
            for m in range(p, limit + 1, p):
                if not self.low[m]:
                    self.low[m] = p

    def divisors(self, x):
        total, run, previous = 1, 0, 0
        while x > 1:
            p = self.low[x]
            if p == previous:
                run += 1
            else:
                total *= run + 1
                previous, run = p, 1
            x //= p
        return total * (run + 1)


number = int(input())
print(FactorTable(number).divisors(number))
