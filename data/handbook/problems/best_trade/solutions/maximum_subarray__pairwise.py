import sys


def kadane(values):
    """Largest sum of a run of neighbours, the empty run included."""
    best = current = 0
    for value in values:
        current += value
        if current > best:
            best = current
        elif current < 0:
            current = 0
    return best


def main() -> None:
    _, *prices = map(int, sys.stdin.buffer.read().split())
    print(kadane(after - before for before, after in zip(prices, prices[1:])))


main()
