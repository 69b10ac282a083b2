import sys
from math import comb

OFFSET = 50


def main() -> None:
    n, s, *numbers = map(int, sys.stdin.read().split())
    count = [0] * (2 * OFFSET + 1)
    for number in numbers:
        count[number + OFFSET] += 1
    s += 3 * OFFSET
    total = 0
    for low in range(len(count)):
        if count[low] == 0:
            continue
        for mid in range(low, len(count)):
            high = s - low - mid
            if high < mid or high >= len(count):
                continue
            if low == mid and mid == high:
                total += comb(count[low], 3)
            elif low == mid:
                total += comb(count[low], 2) * count[high]
            elif mid == high:
                total += count[low] * comb(count[mid], 2)
            else:
                total += count[low] * count[mid] * count[high]
    print(total)


main()
