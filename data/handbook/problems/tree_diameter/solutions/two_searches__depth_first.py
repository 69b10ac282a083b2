import sys


def farthest(roads: dict[int, list[int]], start: int) -> tuple[int, int]:
    """The village with the greatest distance from the start, and that distance."""
    best = (0, start)
    stack = [(0, start, 0)]
    while stack:
        distance, village, parent = stack.pop()
        best = max(best, (distance, village))
        for neighbour in roads[village]:
            if neighbour != parent:
                stack.append((distance + 1, neighbour, village))
    return best[1], best[0]


def main() -> None:
    n, *rest = map(int, sys.stdin.read().split())
    roads: dict[int, list[int]] = {village: [] for village in range(1, n + 1)}
    for a, b in zip(rest[::2], rest[1::2]):
        roads[a].append(b)
        roads[b].append(a)
    end, _ = farthest(roads, 1)
    _, length = farthest(roads, end)
    print(length)


if __name__ == "__main__":
    main()
