import sys
from typing import List


def lower(places: List[int], target: int) -> int:
    a, b = 0, len(places)
    while a != b:
        c = (a + b) // 2
        if places[c] > target:
            b = c
        else:
            a = c + 1
    return a


def main() -> None:
    size = int(sys.stdin.readline())
    values = list(map(int, sys.stdin.readline().split()))
    pairs = [(-v, i) for i, v in enumerate(values)]
    pairs.sort()
    taken: List[int] = []
    reply = {}
    for negative, i in pairs:
        slot = lower(taken, i)
        reply[i] = values[taken[slot]] if slot < len(taken) else -1
        taken.insert(slot, i)
    print(*(reply[i] for i in range(size)))


main()
