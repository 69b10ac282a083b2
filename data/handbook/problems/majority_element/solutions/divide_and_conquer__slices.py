import sys
from typing import Optional


def majority(part: list[int]) -> Optional[int]:
    """The majority of the part, or None."""
    if len(part) == 1:
        return part[0]
    middle = len(part) // 2
    left = majority(part[:middle])
    right = majority(part[middle:])
    if left == right:
        return left
    if left is not None and part.count(left) > len(part) / 2:
        return left
    if right is not None and part.count(right) > len(part) / 2:
        return right
    return None


def main() -> None:
    tokens = sys.stdin.read().split()
    result = majority([int(t) for t in tokens[1:]])
    print(-1 if result is None else result)


main()
