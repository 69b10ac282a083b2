import math
import sys


def is_square(x: int) -> bool:
    return math.isqrt(x) ** 2 == x


def least_squares(n: int) -> int:
    """Lagrange: four are always enough. Legendre: three are, unless n = 4^a (8b + 7)."""
    while n % 4 == 0:
        n >>= 2  # a factor 4 changes nothing
    if n % 8 == 7:
        return 4
    if is_square(n):
        return 1
    side = 1
    while side * side < n:
        if is_square(n - side * side):
            return 2
        side += 1
    return 3


def main() -> None:
    print(least_squares(int(sys.stdin.read())))


if __name__ == "__main__":
    main()
