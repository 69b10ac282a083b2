import sys
from collections import defaultdict

HORIZON = 300


def main() -> None:
    _, *rows = open(0).read().strip().splitlines()
    starting: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        start, end, value = map(int, row.split())
        starting[start].append((end, value))

    # earn[t]: what can still be earned from moment t on
    earn = [0] * (HORIZON + 2)
    for t in reversed(range(HORIZON + 1)):
        earn[t] = max([earn[t + 1]] + [value + earn[end] for end, value in starting[t]])
    print(earn[0], file=sys.stdout)


main()
