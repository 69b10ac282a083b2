import sys


def most_frequent(nums: list[int], k: int) -> list[int]:
    count: dict[int, int] = {}
    for num in nums:
        count[num] = 1 + count.get(num, 0)
    buckets: dict[int, list[int]] = {}
    for num, c in count.items():
        buckets.setdefault(c, []).append(num)
    chosen: list[int] = []
    level = len(nums)
    while len(chosen) < k:
        chosen.extend(buckets.get(level, []))
        level -= 1
    return chosen[:k]


def main() -> None:
    tokens = list(map(int, sys.stdin.read().split()))
    print(*most_frequent(tokens[2:], tokens[1]))


main()
