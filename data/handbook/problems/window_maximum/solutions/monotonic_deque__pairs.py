import collections
import sys
from typing import Iterator


def window_maxima(values: list[int], width: int) -> Iterator[int]:
    """Yields the maximum of every window of the given width."""
    queue: collections.deque[tuple[int, int]] = collections.deque()
    for index, value in enumerate(values):
        while len(queue) > 0 and queue[-1][1] < value:
            queue.pop()
        queue.append((index, value))
        if queue[0][0] <= index - width:
            queue.popleft()
        if index + 1 >= width:
            yield queue[0][1]


if __name__ == "__main__":
    _, width = map(int, sys.stdin.readline().split())
    print(*window_maxima(list(map(int, sys.stdin.readline().split())), width))
