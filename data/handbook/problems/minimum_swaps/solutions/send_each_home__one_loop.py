import sys


def to_ranks(row: list[int]) -> list[int]:
    return [sum(other < value for other in row) for value in row]


def minimum_swaps(ranks: list[int]) -> int:
    """Swap the number under the finger to its own place until the right one comes; then move on."""
    swaps = 0
    finger = 0
    while finger < len(ranks):
        place = ranks[finger]
        if place == finger:
            finger += 1
            continue
        ranks[finger] = ranks[place]
        ranks[place] = place
        swaps += 1
    return swaps


def main() -> None:
    _, row = sys.stdin.readlines()[:2]
    print(minimum_swaps(to_ranks([int(word) for word in row.split()])))


main()
