import sys


def fewest(sizes: list[int]) -> int:
    """The last product splits the chain somewhere inside; try every place."""
    if len(sizes) == 2:
        return 0
    first, *_, last = sizes
    return min(
        fewest(sizes[: k + 1]) + fewest(sizes[k:]) + first * sizes[k] * last for k in range(1, len(sizes) - 1)
    )


if __name__ == "__main__":
    sys.stdin.readline()
    print(fewest([int(token) for token in sys.stdin.readline().split()]))
