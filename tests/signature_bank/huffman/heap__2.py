import sys
from heapq import heappop, heappush


def merge_cost(weights: list[int]) -> int:
    queue: list[int] = []
    for w in weights:
        heappush(queue, w)
    cost = 0
    for _ in range(len(weights) - 1):
        first = heappop(queue)
        second = heappop(queue)
        cost += first + second
        heappush(queue, first + second)
    return cost


def main() -> None:
    print(merge_cost([int(x) for x in sys.stdin.read().split()[1:]]))


main()
