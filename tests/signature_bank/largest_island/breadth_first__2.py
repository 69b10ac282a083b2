import sys
from collections import deque


def flood(cells: set[tuple[int, int]], start: tuple[int, int]) -> int:
    queue = deque([start])
    cells.discard(start)
    area = 0
    while queue:
        r, c = queue.popleft()
        area += 1
        for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            if near in cells:
                cells.remove(near)
                queue.append(near)
    return area


def main() -> None:
    lines = sys.stdin.read().splitlines()[1:]
    land = {(r, c) for r, line in enumerate(lines) for c, ch in enumerate(line) if ch == "#"}
    answer = 0
    while land:
        answer = max(answer, flood(land, next(iter(land))))
    print(answer)


main()
