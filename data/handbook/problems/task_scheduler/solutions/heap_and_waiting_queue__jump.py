import sys
from collections import Counter, deque
from heapq import heappop, heappush


def schedule(tasks: str, pause: int) -> int:
    """Always run the kind of which most is left; kinds that must pause stand in a queue."""
    ready: list[tuple[int, str]] = []
    for kind, count in Counter(tasks).items():
        heappush(ready, (-count, kind))
    pausing: deque[tuple[int, int, str]] = deque()
    clock = 0
    while ready or pausing:
        if not ready and pausing[0][0] > clock:
            clock = pausing[0][0]  # nothing to do until then
        while pausing and pausing[0][0] <= clock:
            _, count, kind = pausing.popleft()
            heappush(ready, (-count, kind))
        count, kind = heappop(ready)
        clock += 1
        if -count > 1:
            pausing.append((clock + pause, -count - 1, kind))
    return clock


def main() -> None:
    pause = int(sys.stdin.readline())
    tasks = sys.stdin.readline().strip()
    print(schedule(tasks, pause))


if __name__ == "__main__":
    main()
