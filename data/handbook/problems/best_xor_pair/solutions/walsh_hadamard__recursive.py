import sys
from collections import Counter


def transform(values: list[int]) -> list[int]:
    if len(values) == 1:
        return values
    middle = len(values) // 2
    low = transform(values[:middle])
    high = transform(values[middle:])
    plus = [a + b for a, b in zip(low, high)]
    minus = [a - b for a, b in zip(low, high)]
    return plus + minus


def xor_convolution(left: list[int], right: list[int]) -> list[int]:
    spectrum = [a * b for a, b in zip(transform(left), transform(right))]
    return [x // len(spectrum) for x in transform(spectrum)]


def main() -> None:
    counts = Counter(int(x) for x in sys.stdin.read().split()[1:])
    size = 1
    while size <= max(counts):
        size *= 2
    histogram = [counts[v] for v in range(size)]
    pairs = xor_convolution(histogram, histogram)
    print(max(v for v, number in enumerate(pairs) if number > 0))


main()
