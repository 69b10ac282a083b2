import sys


def reachable_bits(weights: list[int], limit: int) -> int:
    """Bit s is set when some of the things weigh s, for s up to limit."""
    mask = (1 << limit + 1) - 1
    reach = 1
    for weight in weights:
        reach = (reach | reach << weight) & mask
    return reach


def main() -> None:
    sys.stdin.readline()
    weights = [int(x) for x in sys.stdin.readline().split()]
    half = sum(weights) // 2
    lighter = reachable_bits(weights, half).bit_length() - 1
    heavier = sum(weights) - lighter
    print(heavier - lighter)


if __name__ == "__main__":
    main()
