import sys
from itertools import product


def subset_values(part: list[int]) -> set[int]:
    """The xor of every subset of one half; value[mask] comes from the mask without its lowest bit."""
    value = [0] * (1 << len(part))
    for mask in range(1, len(value)):
        low = mask & -mask
        value[mask] = value[mask ^ low] ^ part[low.bit_length() - 1]
    return set(value)


def main() -> None:
    _, *numbers = (int(word) for word in sys.stdin.read().split())
    first, second = numbers[::2], numbers[1::2]
    pairs = product(subset_values(first), subset_values(second))
    print(max(x ^ y for x, y in pairs))


main()
