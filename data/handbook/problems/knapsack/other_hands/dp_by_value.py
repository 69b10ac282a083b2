import sys
from typing import List, Optional


def least_weights(items: List[List[int]]) -> List[Optional[int]]:
    top = sum(v for _, v in items)
    row: List[Optional[int]] = [None] * (top + 1)
    row[0] = 0
    for weight, value in items:
        old = row[:]
        for worth, w in enumerate(old):
            if w is None or worth + value > top:
                continue
            target = old[worth + value]
            if target is None or w + weight < target:
                row[worth + value] = w + weight
    return row


if __name__ == "__main__":
    head, *tail = [list(map(int, line.split())) for line in sys.stdin if line.strip()]
    row = least_weights(tail)
    worth = len(row) - 1
    while row[worth] is None or row[worth] > head[1]:
        worth -= 1
    print(worth)
