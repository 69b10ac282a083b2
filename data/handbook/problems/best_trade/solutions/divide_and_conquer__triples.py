import sys
from typing import NamedTuple


class Span(NamedTuple):
    lowest: int
    highest: int
    profit: int


def analyse(prices: list[int]) -> Span:
    if len(prices) == 1:
        return Span(prices[0], prices[0], 0)
    half = len(prices) // 2
    first, second = analyse(prices[:half]), analyse(prices[half:])
    return Span(
        lowest=min(first.lowest, second.lowest),
        highest=max(first.highest, second.highest),
        profit=max(first.profit, second.profit, second.highest - first.lowest),
    )


def main() -> None:
    sys.stdin.readline()
    print(analyse([int(token) for token in sys.stdin.readline().split()]).profit)


if __name__ == "__main__":
    main()
