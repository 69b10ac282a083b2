import sys

memo = {}


def count(rest, smallest):
    """partitions of rest into parts of at least smallest"""
    if rest == 0:
        return 1
    if (rest, smallest) in memo:
        return memo[rest, smallest]
    total = 0
    part = smallest
    while part <= rest:
        total += count(rest - part, part)
        part += 1
    memo[rest, smallest] = total
    return total


print(count(int(sys.stdin.read()), 1))
