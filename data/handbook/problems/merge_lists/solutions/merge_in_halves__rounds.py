# neighbours are merged in pairs, round after round, until one list is left
import sys


def merge_two(left: list[int], right: list[int]) -> list[int]:
    merged: list[int] = []
    i, j = 0, 0
    for _ in range(len(left) + len(right)):
        if j == len(right) or (i < len(left) and left[i] < right[j]):
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged


def merge_all(lists: list[list[int]]) -> list[int]:
    while len(lists) > 1:
        paired = []
        for i in range(0, len(lists) - 1, 2):
            paired.append(merge_two(lists[i], lists[i + 1]))
        if len(lists) % 2 == 1:
            paired.append(lists[-1])
        lists = paired
    return lists[0]


def main() -> None:
    data = list(map(int, sys.stdin.read().split()))
    lists = []
    position = 1
    for _ in range(data[0]):
        length = data[position]
        lists.append(data[position + 1 : position + 1 + length])
        position += length + 1
    print(*merge_all(lists))


if __name__ == "__main__":
    main()
