from typing import Optional
import sys


def smallest_left(digits: str, removals: int) -> str:
    # row[r] is the smallest text left of the digits read, after r removals
    row: list[Optional[str]] = [""] + [None] * removals
    for digit in digits:
        for r in reversed(range(removals + 1)):
            candidates = []
            if row[r] is not None:
                candidates.append(row[r] + digit)
            if r > 0 and row[r - 1] is not None:
                candidates.append(row[r - 1])
            row[r] = min(candidates, default=None)
    answer = row[removals]
    assert answer is not None
    return answer.lstrip("0") or "0"


def main() -> None:
    digits, removals = sys.stdin.readline().split()
    print(smallest_left(digits, int(removals)))


if __name__ == "__main__":
    main()
