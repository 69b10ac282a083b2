import sys
from typing import Iterable, List


class SumTree:
    def __init__(self, leaves: Iterable[int]) -> None:
        row: List[int] = list(leaves)
        self.base = 1
        while self.base < len(row):
            self.base *= 2
        self.node = [0] * self.base + row + [0] * (self.base - len(row))
        for v in reversed(range(1, self.base)):
            self.node[v] = self.node[v << 1] + self.node[v << 1 | 1]

    def change(self, place: int, delta: int) -> None:
        v = self.base + place
        while v >= 1:
            self.node[v] += delta
            v >>= 1

    def ask(self, a: int, b: int) -> int:
        a += self.base
        b += self.base
        result = 0
        while a <= b:
            if a % 2 == 1:
                result += self.node[a]
                a += 1
            if b % 2 == 0:
                result += self.node[b]
                b -= 1
            a //= 2
            b //= 2
        return result


def main() -> None:
    stream = iter(sys.stdin.read().split())
    n, q = int(next(stream)), int(next(stream))
    tree = SumTree(int(next(stream)) for _ in range(n))
    for _ in range(q):
        sign = next(stream)
        x = int(next(stream))
        y = int(next(stream))
        if sign == "?":
            sys.stdout.write(f"{tree.ask(x - 1, y - 1)}\n")
        else:
            tree.change(x - 1, y)


main()
