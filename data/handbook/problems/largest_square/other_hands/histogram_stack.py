import sys
from typing import Iterator, List


def rectangles(h: List[int]) -> Iterator[tuple]:
    """Widest rectangle under every bar, as (height, width)."""
    n = len(h)
    left = [-1] * n
    right = [n] * n
    pile: List[int] = []
    for i in range(n):
        while pile and h[pile[-1]] > h[i]:
            right[pile.pop()] = i
        if pile:
            left[i] = pile[-1]
        pile.append(i)
    for i in range(n):
        yield h[i], right[i] - left[i] - 1


def main() -> None:
    lines = sys.stdin.read().split()
    cols = int(lines[1])
    tower = [0] * cols
    record = 0
    for line in lines[2:]:
        for k, mark in enumerate(line):
            tower[k] = tower[k] + 1 if mark == "1" else 0
        for tall, wide in rectangles(tower):
            side = tall if tall < wide else wide
            if side > record:
                record = side
    print(record)


main()
