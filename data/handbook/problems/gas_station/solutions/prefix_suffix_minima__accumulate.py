import sys
from itertools import accumulate


def solve(gas: list[int], cost: list[int]) -> int:
    levels = list(accumulate((g - c for g, c in zip(gas, cost)), initial=0))
    whole = levels[-1]
    # lowest level up to the start, and from the start to the end of the list
    lowest_before = accumulate(levels, min)
    lowest_after = list(accumulate(reversed(levels), min))
    lowest_after.reverse()
    for number, (level, before, after) in enumerate(zip(levels, lowest_before, lowest_after), 1):
        if number > len(gas):
            break
        if level <= after and level <= before + whole:
            # the rest of the round begins with what the first part has left
            return number
    return -1


numbers = [int(x) for x in sys.stdin.read().split()]
half = numbers[0]
print(solve(numbers[1:half + 1], numbers[half + 1:]))
