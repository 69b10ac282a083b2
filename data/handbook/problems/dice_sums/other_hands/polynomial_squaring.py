import sys
from typing import List

Poly = List[int]


def product(f: Poly, g: Poly) -> Poly:
    h = [0] * (len(f) + len(g) - 1)
    for shift, factor in enumerate(f):
        if factor:
            for at, c in enumerate(g, start=shift):
                h[at] += factor * c
    return h


def main() -> None:
    dice, faces, total = map(int, sys.stdin.read().split())
    # faces 0 .. k-1, so that the wanted exponent is total - dice
    single: Poly = [1] * faces
    power: Poly = [1]
    for digit in format(dice, "b"):
        power = product(power, power)
        if digit == "1":
            power = product(power, single)
    wanted = total - dice
    print(power[wanted] if 0 <= wanted < len(power) else 0)


main()
