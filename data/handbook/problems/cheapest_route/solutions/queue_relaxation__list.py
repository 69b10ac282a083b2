# SPFA: only towns that became cheaper look at their roads again
import sys
from typing import Dict, List, Tuple


def spfa(roads: Dict[int, List[Tuple[int, int]]], start: int) -> Dict[int, int]:
    best = {start: 0}
    waiting = [start]
    head = 0
    while head < len(waiting):
        town = waiting[head]
        head += 1
        for target, toll in roads.get(town, []):
            price = best[town] + toll
            if price < best.get(target, price + 1):
                best[target] = price
                if target not in waiting[head:]:
                    waiting.append(target)
    return best


def main() -> None:
    n, m, *rest = [int(t) for t in open(0).read().split()]
    roads: Dict[int, List[Tuple[int, int]]] = {}
    for i in range(0, 3 * m, 3):
        roads.setdefault(rest[i], []).append((rest[i + 1], rest[i + 2]))
    print(spfa(roads, 1).get(n, -1))


main()
