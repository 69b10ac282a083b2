import sys
import heapq


def main() -> None:
    tokens = map(int, sys.stdin.buffer.read().split())
    count = next(tokens)
    lists: list[list[int]] = []
    while len(lists) < count:
        size = next(tokens)
        lists.append([next(tokens) for _ in range(size)])
    print(" ".join(map(str, heapq.merge(*lists))))


main()
