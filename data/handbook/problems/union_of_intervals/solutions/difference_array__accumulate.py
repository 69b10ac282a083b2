import sys
from itertools import accumulate

LENGTH = 1000


def painted(pieces: list[tuple[int, int]]) -> int:
    change = [0] * (LENGTH + 1)
    for left, right in pieces:
        change[left] += 1
        change[right] -= 1
    return sum(1 for layers in accumulate(change) if layers)


if __name__ == "__main__":
    numbers = iter(map(int, sys.stdin.read().split()[1:]))
    print(painted(list(zip(numbers, numbers))))
