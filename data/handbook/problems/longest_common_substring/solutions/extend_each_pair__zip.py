import sys
from itertools import product, takewhile


def common_prefix(p: str, q: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(p, q)))


def main() -> None:
    first, second = sys.stdin.read().split()
    starts = product(range(len(first)), range(len(second)))
    print(max(common_prefix(first[i:], second[j:]) for i, j in starts))


if __name__ == "__main__":
    main()
