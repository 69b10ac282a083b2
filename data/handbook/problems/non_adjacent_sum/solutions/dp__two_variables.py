import sys
from typing import Iterable


def greatest_sum(worths: Iterable[int]) -> int:
    before, now = 0, 0
    for worth in worths:
        before, now = now, max(now, before + worth)
    return now


def main() -> None:
    sys.stdin.readline()
    print(greatest_sum(int(token) for token in sys.stdin.readline().split()))


if __name__ == "__main__":
    main()
