import sys


def cheapest(sizes):
    last = len(sizes) - 1
    cost = {(i, i + 1): 0 for i in range(last)}
    for left in range(last - 2, -1, -1):
        for right in range(left + 2, last + 1):
            cost[left, right] = min(
                cost[left, mid] + cost[mid, right] + sizes[left] * sizes[mid] * sizes[right]
                for mid in range(left + 1, right)
            )
    return cost[0, last]


print(cheapest([int(t) for t in sys.stdin.read().split()[1:]]))
