import sys
from bisect import bisect_left


def pairs_within(houses: list[int], limit: int) -> int:
    """Number of pairs of the sorted houses whose distance is at most limit."""
    pairs = 0
    far = 0
    for near, position in enumerate(houses):
        while far < len(houses) and houses[far] - position <= limit:
            far += 1
        pairs += far - near - 1
    return pairs


def main() -> None:
    _, k, *houses = map(int, sys.stdin.read().split())
    houses.sort()
    limits = range(houses[-1] - houses[0])
    print(bisect_left(limits, k, key=lambda limit: pairs_within(houses, limit)))


main()
