import heapq
import sys
from typing import NamedTuple


class Cable(NamedTuple):
    price: int
    end: int


def read():
    n, m = map(int, sys.stdin.readline().split())
    town = [[] for _ in range(n)]
    for _ in range(m):
        a, b, c = (int(s) for s in sys.stdin.readline().split())
        town[a - 1].append(Cable(c, b - 1))
        town[b - 1].append(Cable(c, a - 1))
    return town


def grow(town):
    """Prices of the cables in the order in which they are laid."""
    unseen = set(range(1, len(town)))
    heap = town[0][:]
    heapq.heapify(heap)
    while heap and unseen:
        price, house = heapq.heappop(heap)
        if house in unseen:
            unseen.remove(house)
            yield price
            for cable in town[house]:
                if cable.end in unseen:
                    heapq.heappush(heap, cable)


town = read()
laid = list(grow(town))
print(-1 if len(laid) < len(town) - 1 else sum(laid))
