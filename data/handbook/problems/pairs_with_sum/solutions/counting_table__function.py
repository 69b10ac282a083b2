import sys

MAX_VALUE = 1000


def count_pairs(numbers: list[int], target: int) -> int:
    table = [0] * (MAX_VALUE + 1)
    for number in numbers:
        table[number] += 1
    result = 0
    # v is the smaller number of the pair
    for v in range(max(0, target - MAX_VALUE), target // 2 + 1):
        if v > MAX_VALUE:
            break
        if 2 * v < target:
            result += table[v] * table[target - v]
        else:
            result += table[v] * (table[v] - 1) // 2
    return result


def main() -> None:
    _, target = map(int, sys.stdin.readline().split())
    print(count_pairs([int(x) for x in sys.stdin.readline().split()], target))


if __name__ == "__main__":
    main()
