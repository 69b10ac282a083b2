import sys
from itertools import accumulate


def best_sum(block):
    if len(block) == 1:
        return block[0]
    cut = len(block) // 2
    left, right = block[:cut], block[cut:]
    across = max(accumulate(reversed(left))) + max(accumulate(right))
    return max(across, best_sum(left), best_sum(right))


print(best_sum([int(t) for t in sys.stdin.read().split()[1:]]))
