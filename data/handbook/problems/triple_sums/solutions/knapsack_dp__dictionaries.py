import sys
from collections import defaultdict


def ways(numbers: list[int], picks: int, target: int) -> int:
    table: list[dict[int, int]] = [defaultdict(int) for _ in range(picks + 1)]
    table[0][0] = 1
    for number in numbers:
        for taken in reversed(range(picks)):
            for total, number_of_ways in table[taken].items():
                table[taken + 1][total + number] += number_of_ways
    return table[picks].get(target, 0)


def main() -> None:
    lines = sys.stdin.read().splitlines()
    target = int(lines[0].split()[1])
    print(ways([int(token) for token in lines[1].split()], 3, target))


if __name__ == "__main__":
    main()
