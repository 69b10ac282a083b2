import sys
from itertools import chain


def read_lists() -> list[list[int]]:
    rows = [[int(token) for token in line.split()] for line in sys.stdin]
    return [row[1:] for row in rows[1:]]


def main() -> None:
    merged = sorted(chain.from_iterable(read_lists()))
    print(" ".join(str(number) for number in merged))


if __name__ == "__main__":
    main()
