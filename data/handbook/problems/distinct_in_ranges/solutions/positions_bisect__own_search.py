import sys
from typing import Dict, List


def last_not_after(places: List[int], limit: int) -> int:
    """The greatest of the (rising) places that is at most limit, or -1."""
    lo, hi = -1, len(places) - 1
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if places[mid] <= limit:
            lo = mid
        else:
            hi = mid - 1
    return places[lo] if lo >= 0 else -1


def main() -> None:
    rows = [list(map(int, row.split())) for row in sys.stdin]
    values, questions = rows[1], rows[2:]
    occurrences: Dict[int, List[int]] = {}
    for place, value in enumerate(values):
        occurrences.setdefault(value, []).append(place)
    for first, last in questions:
        print(sum(1 for places in occurrences.values() if last_not_after(places, last - 1) >= first - 1))


main()
