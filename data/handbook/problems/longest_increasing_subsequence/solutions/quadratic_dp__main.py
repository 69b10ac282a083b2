import sys


def main() -> None:
    """longest[i] is the length of the longest increasing subsequence that ends at position i."""
    _, *values = map(int, sys.stdin.read().split())
    longest: list[int] = []
    for i, value in enumerate(values):
        longest.append(1 + max((longest[j] for j in range(i) if values[j] < value), default=0))
    answer = 0
    for length in longest:
        if length > answer:
            answer = length
    print(answer)


if __name__ == "__main__":
    main()
