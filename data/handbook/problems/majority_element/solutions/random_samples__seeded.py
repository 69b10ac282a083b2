import sys
from random import Random


def find(numbers: list, tries: int = 80) -> int:
    """A majority is hit by every second sample; after so many misses there is none."""
    rng = Random(2024)
    n = len(numbers)
    while tries:
        tries -= 1
        sample = numbers[rng.randrange(n)]
        seen = 0
        for number in numbers:
            if number == sample:
                seen += 1
        if seen > n // 2:
            return sample
    return -1


print(find(list(map(int, sys.stdin.readlines()[1].split()))))
