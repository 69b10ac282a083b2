import sys
from math import isqrt

INF = 1 << 20


class Blocks:
    def __init__(self, values: list[int]) -> None:
        self.values = values
        self.step = isqrt(len(values)) + 1
        self.least = [INF] * (len(values) // self.step + 1)
        for i, v in enumerate(values):
            b = i // self.step
            if v < self.least[b]:
                self.least[b] = v

    def query(self, a: int, b: int) -> int:
        """both ends included"""
        step = self.step
        best = INF
        while a <= b and a % step:
            best = min(best, self.values[a])
            a += 1
        while a <= b and (b + 1) % step:
            best = min(best, self.values[b])
            b -= 1
        if a < b:
            best = min(best, *self.least[a // step:(b + 1) // step])
        return best


def ints():
    return [int(t) for t in sys.stdin.readline().split()]


_, q = ints()
store = Blocks(ints())
for _ in range(q):
    l, r = ints()
    sys.stdout.write(f"{store.query(l - 1, r - 1)}\n")
