import sys
from collections import deque


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, ends = data[0], data[1:]
    degree = [0] * (n + 1)
    friends = [[] for _ in range(n + 1)]
    for i in range(0, len(ends), 2):
        a, b = ends[i], ends[i + 1]
        degree[a] += 1
        degree[b] += 1
        friends[a].append(b)
        friends[b].append(a)
    height = [0] * (n + 1)
    queue = deque(v for v in range(1, n + 1) if degree[v] == 1)
    gone = [False] * (n + 1)
    remaining = n
    while remaining > 2:
        for _ in range(len(queue)):
            v = queue.popleft()
            gone[v] = True
            remaining -= 1
            for u in friends[v]:
                if not gone[u]:
                    height[u] = height[v] + 1
                    degree[u] -= 1
                    if degree[u] == 1:
                        queue.append(u)
    centre = [v for v in range(1, n + 1) if not gone[v]]
    print(sum(height[v] for v in centre) + 1 if len(centre) == 2 else 2 * height[centre[0]])


main()
