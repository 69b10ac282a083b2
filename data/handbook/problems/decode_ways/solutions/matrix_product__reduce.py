import sys
from functools import reduce
from typing import NamedTuple


class Matrix(NamedTuple):
    a: int
    b: int
    c: int
    d: int

    def __matmul__(self, o: "Matrix") -> "Matrix":
        return Matrix(
            self.a * o.a + self.b * o.c,
            self.a * o.b + self.b * o.d,
            self.c * o.a + self.d * o.c,
            self.c * o.b + self.d * o.d,
        )


def step(before: str, digit: str) -> Matrix:
    single = int("1" <= digit <= "9")
    double = int("10" <= before + digit <= "26")
    return Matrix(single, 1, double, 0)


digits = sys.stdin.read().strip()
# a nine in front never makes a pair
product = reduce(Matrix.__matmul__, map(step, "9" + digits, digits))
print(product.a)
