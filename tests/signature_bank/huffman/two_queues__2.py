import sys


def cost(leaves):
    leaves.sort()
    merged = []
    i = j = 0
    total = 0
    while len(merged) < len(leaves) - 1:
        pair = 0
        for _ in range(2):
            if j >= len(merged) or (i < len(leaves) and leaves[i] <= merged[j]):
                pair += leaves[i]
                i += 1
            else:
                pair += merged[j]
                j += 1
        merged.append(pair)
        total += pair
    return total


print(cost([int(t) for t in sys.stdin.read().split()][1:]))
