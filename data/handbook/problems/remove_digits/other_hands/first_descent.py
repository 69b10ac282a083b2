import sys
from typing import Sequence


def descent(row: Sequence[str]) -> int:
    """Index of the first digit with a smaller one right after it, else of the last."""
    last = len(row) - 1
    return next((p for p in range(last) if row[p + 1] < row[p]), last)


def main() -> None:
    text, amount = sys.stdin.read().split()
    row = list(text)
    for _ in range(int(amount)):
        row.pop(descent(row))
    while len(row) > 1 and row[0] == "0":
        row.pop(0)
    print("".join(row) or "0")


main()
