import sys
from heapq import heappop, heappush


def cheapest(h: int, w: int, toll: list[list[int]]) -> int:
    heap = [(toll[0][0], 0)]
    done = set()
    while True:
        paid, key = heappop(heap)
        row, col = divmod(key, w)
        if row == h - 1 and col == w - 1:
            return paid
        if key in done:
            continue
        done.add(key)
        if row < h - 1:
            heappush(heap, (paid + toll[row + 1][col], key + w))
        if col < w - 1:
            heappush(heap, (paid + toll[row][col + 1], key + 1))


def main() -> None:
    first, *rest = sys.stdin.read().strip().split("\n")
    h, w = map(int, first.split())
    print(cheapest(h, w, [[int(t) for t in line.split()] for line in rest]))


main()
