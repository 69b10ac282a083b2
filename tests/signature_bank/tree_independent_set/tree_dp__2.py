import sys
from collections import defaultdict


def main():
    n, *ends = map(int, sys.stdin.read().split())
    tree = defaultdict(list)
    for a, b in zip(ends[::2], ends[1::2]):
        tree[a].append(b)
        tree[b].append(a)
    parent = {1: 0}
    order = [1]
    for vertex in order:
        for child in tree[vertex]:
            if child != parent[vertex]:
                parent[child] = vertex
                order.append(child)
    dp = [[0, 1] for _ in range(n + 1)]
    for vertex in reversed(order):
        up = parent[vertex]
        dp[up][0] += max(dp[vertex])
        dp[up][1] += dp[vertex][0]
    print(max(dp[1]))


main()
