from typing import Tuple

Surd = Tuple[int, int]  # (a, b) stands for (a + b * sqrt(5)) / 2


def times(x: Surd, y: Surd) -> Surd:
    return (x[0] * y[0] + 5 * x[1] * y[1]) // 2, (x[0] * y[1] + x[1] * y[0]) // 2


def power(x: Surd, exponent: int) -> Surd:
    if exponent == 0:
        return 2, 0
    half = power(x, exponent // 2)
    whole = times(half, half)
    if exponent % 2:
        whole = times(whole, x)
    return whole


def main() -> None:
    n, m = map(int, input().split())
    _, fib = power((1, 1), n)
    print(fib % m)


main()
