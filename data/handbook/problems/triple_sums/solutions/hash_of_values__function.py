import sys


def pairs_with_sum(values: list[int], wanted: int) -> int:
    seen: dict[int, int] = {}
    pairs = 0
    for value in values:
        if wanted - value in seen:
            pairs += seen[wanted - value]
        if value in seen:
            seen[value] += 1
        else:
            seen[value] = 1
    return pairs


def main():
    input = sys.stdin.readline
    n, s = map(int, input().split())
    a = [int(x) for x in input().split()]
    total = 0
    while a:
        last = a.pop()
        total += pairs_with_sum(a, s - last)
    print(total)


main()
