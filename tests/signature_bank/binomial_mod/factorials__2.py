import sys


class Binomial:
    def __init__(self, limit: int, mod: int) -> None:
        self.mod = mod
        self.fact = [1]
        for value in range(1, limit + 1):
            self.fact.append(self.fact[-1] * value % mod)
        self.inverse = [1] * (limit + 1)
        self.inverse[limit] = pow(self.fact[limit], mod - 2, mod)
        for value in range(limit, 0, -1):
            self.inverse[value - 1] = self.inverse[value] * value % mod

    def choose(self, n: int, k: int) -> int:
        return self.fact[n] * self.inverse[k] % self.mod * self.inverse[n - k] % self.mod


n, k, mod = map(int, sys.stdin.read().split())
print(Binomial(n, mod).choose(n, k))
