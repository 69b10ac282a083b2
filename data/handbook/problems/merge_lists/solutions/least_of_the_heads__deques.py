import sys
from collections import deque


def main():
    input = sys.stdin.readline
    queues = [deque(map(int, input().split()[1:])) for _ in range(int(input()))]
    queues = [queue for queue in queues if queue]
    merged = []
    while queues:
        least = min(queues, key=lambda queue: queue[0])
        merged.append(least.popleft())
        if not least:
            queues.remove(least)
    print(*merged)


main()
