import sys
from collections import defaultdict
from heapq import heappop, heappush


def build_graph(values):
    graph = defaultdict(list)
    for source, length in enumerate(values):
        for target in range(source + 1, source + length + 1):
            if target < len(values):
                graph[source].append((target, 1))
    return graph


def shortest(graph, source, target):
    done = set()
    heap = [(0, source)]
    best = {source: 0}
    while heap:
        cost, node = heappop(heap)
        if node == target:
            return cost
        if node in done:
            continue
        done.add(node)
        for other, weight in graph[node]:
            total = cost + weight
            if other not in done and total < best.get(other, total + 1):
                best[other] = total
                heappush(heap, (total, other))
    return -1


def main():
    n = int(sys.stdin.readline())
    values = list(map(int, sys.stdin.readline().split()))
    print(shortest(build_graph(values), 0, n - 1))


if __name__ == "__main__":
    main()
