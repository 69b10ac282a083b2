import sys
from itertools import groupby


def main() -> None:
    _, *numbers = map(int, sys.stdin.read().split())
    distinct = sorted(set(numbers))
    # value minus rank stays the same along a run
    groups = groupby(enumerate(distinct), key=lambda pair: pair[1] - pair[0])
    print(max(sum(1 for _ in members) for _, members in groups))


if __name__ == "__main__":
    main()
