import sys
from typing import List


def count(part: List[int], bit: int) -> int:
    """Inversions of numbers that agree above the bit."""
    if bit < 0 or len(part) < 2:
        return 0
    mask = 1 << bit
    low: List[int] = []
    high: List[int] = []
    inversions = 0
    for number in part:
        if number & mask:
            high.append(number)
        else:
            low.append(number)
            inversions += len(high)
    return inversions + count(low, bit - 1) + count(high, bit - 1)


def main() -> None:
    sys.stdin.readline()
    numbers = [int(token) for token in sys.stdin.readline().split()]
    smallest = min(numbers)
    shifted = [number - smallest for number in numbers]
    print(count(shifted, max(shifted).bit_length() - 1))


main()
