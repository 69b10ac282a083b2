import sys


def pisano(m: int) -> int:
    """After how many steps do the remainders come round to 0, 1 again?"""
    start = (0, 1 % m)
    pair = (start[1], 1 % m)
    steps = 1
    while pair != start:
        pair = (pair[1], sum(pair) % m)
        steps += 1
    return steps


def remainder(n: int, m: int) -> int:
    x, y = 0, 1 % m
    for _ in range(n):
        x, y = y, (x + y) % m
    return x


def main() -> None:
    n, m = map(int, sys.stdin.readline().split())
    n %= pisano(m)
    print(remainder(n, m))


main()
