import sys

input = sys.stdin.readline


def count_subsets(weights: list[int], target: int) -> int:
    """ways[t] is the number of subsets, of the weights seen so far, with the sum t."""
    ways = [0] * (target + 1)
    ways[0] = 1
    for weight in weights:
        following = list(ways)
        for total in range(weight, target + 1):
            following[total] = ways[total] + ways[total - weight]
        ways = following
    return ways[target]


n, s = map(int, input().split())
print(count_subsets([int(w) for w in input().split()], s))
