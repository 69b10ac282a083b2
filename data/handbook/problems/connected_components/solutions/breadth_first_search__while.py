import sys

n, m, *ends = map(int, sys.stdin.read().split())
neighbours = [set() for _ in range(n + 1)]
i = 0
while i < 2 * m:
    neighbours[ends[i]].add(ends[i + 1])
    neighbours[ends[i + 1]].add(ends[i])
    i += 2
waiting = set(range(1, n + 1))
answer = 0
while waiting:
    answer += 1
    queue = [waiting.pop()]
    front = 0
    while front < len(queue):
        fresh = neighbours[queue[front]] & waiting
        waiting -= fresh
        queue.extend(fresh)
        front += 1
print(answer)
