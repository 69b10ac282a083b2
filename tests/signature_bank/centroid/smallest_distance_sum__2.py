import sys
from collections import deque


def distance_sum(adjacent, source):
    seen = {source}
    queue = deque([(source, 0)])
    result = 0
    while queue:
        vertex, depth = queue.popleft()
        result += depth
        for other in adjacent[vertex]:
            if other not in seen:
                seen.add(other)
                queue.append((other, depth + 1))
    return result


def main():
    n, *ends = map(int, sys.stdin.read().split())
    adjacent = [[] for _ in range(n)]
    for a, b in zip(ends[::2], ends[1::2]):
        adjacent[a - 1].append(b - 1)
        adjacent[b - 1].append(a - 1)
    sums = [distance_sum(adjacent, v) for v in range(n)]
    print(sums.index(min(sums)) + 1)


main()
