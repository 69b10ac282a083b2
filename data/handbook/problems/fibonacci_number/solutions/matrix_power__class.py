import sys
from typing import NamedTuple


class Matrix(NamedTuple):
    a: int
    b: int
    c: int
    d: int

    def times(self, o: "Matrix", mod: int) -> "Matrix":
        return Matrix(
            (self.a * o.a + self.b * o.c) % mod,
            (self.a * o.b + self.b * o.d) % mod,
            (self.c * o.a + self.d * o.c) % mod,
            (self.c * o.b + self.d * o.d) % mod,
        )

    def power(self, exponent: int, mod: int) -> "Matrix":
        if exponent == 0:
            return Matrix(1, 0, 0, 1)
        half = self.power(exponent // 2, mod)
        square = half.times(half, mod)
        return square.times(self, mod) if exponent % 2 else square


def main() -> None:
    for line in sys.stdin:
        if not line.strip():
            continue
        n, mod = map(int, line.split())
        # the column (F(0), F(1)) goes to (F(n), F(n + 1))
        print(Matrix(0, 1, 1, 1).power(n, mod).b % mod)


if __name__ == "__main__":
    main()
