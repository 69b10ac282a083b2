import sys


class Golden:
    """whole + part * phi, modulo m, where phi is the golden ratio."""

    def __init__(self, whole, part, m):
        self.whole = whole % m
        self.part = part % m
        self.m = m

    def __mul__(self, other):
        both = self.part * other.part
        return Golden(
            self.whole * other.whole + both,
            self.whole * other.part + self.part * other.whole + both,
            self.m,
        )

    def __pow__(self, n):
        if n == 0:
            return Golden(1, 0, self.m)
        if n & 1:
            return self * self ** (n - 1)
        return (self * self) ** (n >> 1)


def main():
    n, m = map(int, sys.stdin.read().split())
    print((Golden(0, 1, m) ** n).part)


if __name__ == "__main__":
    main()
