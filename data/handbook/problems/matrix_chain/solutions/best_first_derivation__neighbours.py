import sys
from collections import defaultdict
from heapq import heappop, heappush


def least_multiplications(size):
    n = len(size) - 1
    starting = defaultdict(list)  # begin -> [(end, cost)]
    ending = defaultdict(list)  # end -> [(begin, cost)]
    final = set()
    queue = []
    for i in range(n):
        queue.append((0, i, i + 1))
    while queue:
        cost, begin, end = heappop(queue)
        if (begin, end) in final:
            continue
        if begin == 0 and end == n:
            return cost
        final.add((begin, end))
        starting[begin].append((end, cost))
        ending[end].append((begin, cost))
        for far, other in starting[end]:
            heappush(queue, (cost + other + size[begin] * size[end] * size[far], begin, far))
        for far, other in ending[begin]:
            heappush(queue, (cost + other + size[far] * size[begin] * size[end], far, end))


def main():
    tokens = sys.stdin.buffer.read().split()
    print(least_multiplications([int(t) for t in tokens[1:]]))


if __name__ == "__main__":
    main()
