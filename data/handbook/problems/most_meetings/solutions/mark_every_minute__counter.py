import sys
from collections import Counter


def main() -> None:
    sys.stdin.readline()
    busy: Counter[int] = Counter()
    for line in sys.stdin:
        start, end = map(int, line.split())
        busy.update(range(start, end))
    [(_, rooms)] = busy.most_common(1)
    print(rooms)


if __name__ == "__main__":
    main()
