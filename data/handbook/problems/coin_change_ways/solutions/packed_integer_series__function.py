# every kind of coin is a geometric series; the counts lie side by side in one integer
import sys
from functools import reduce

DIGIT = 176


def multiply_by_geometric(series: int, coin: int, size: int) -> int:
    """series / (1 - x^coin), cut off behind x^(size - 1)"""
    shift = coin
    while shift < size:
        series += series << (DIGIT * shift)
        series &= (1 << (DIGIT * size)) - 1
        shift <<= 1
    return series


def main() -> None:
    tokens = sys.stdin.buffer.read().split()
    amount = int(tokens[1])
    values = [int(token) for token in tokens[2:]]
    packed = reduce(lambda series, coin: multiply_by_geometric(series, coin, amount + 1), values, 1)
    print((packed >> (DIGIT * amount)) % 1_000_000_007)


main()
