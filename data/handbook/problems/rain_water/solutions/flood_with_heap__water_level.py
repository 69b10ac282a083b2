import sys
from heapq import heappop, heappush


def solve(heights: list[int]) -> int:
    """Water comes in over the lowest point of the rim; the level never falls."""
    rim: list[tuple[int, int]] = []
    dry = set(range(len(heights)))
    for edge in {0, len(heights) - 1}:
        heappush(rim, (heights[edge], edge))
        dry.remove(edge)
    level = 0
    volume = 0
    while rim:
        height, at = heappop(rim)
        level = max(level, height)
        volume += level - height
        for neighbour in (at - 1, at + 1):
            if neighbour in dry:
                dry.remove(neighbour)
                heappush(rim, (heights[neighbour], neighbour))
    return volume


if __name__ == "__main__":
    print(solve(list(map(int, sys.stdin.read().split()))[1:]))
