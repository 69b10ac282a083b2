import sys
from typing import List


def total(a: List[int], first: int, last: int) -> int:
    if first > last:
        return 0
    cut = min(range(first, last + 1), key=a.__getitem__)
    across = (cut - first + 1) * (last - cut + 1) * a[cut]
    return total(a, first, cut - 1) + across + total(a, cut + 1, last)


if __name__ == "__main__":
    sys.setrecursionlimit(5000)
    size = int(input())
    print(total(list(map(int, input().split())), 0, size - 1))
