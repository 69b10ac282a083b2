# ways[i] is handed on to the two steps that can be reached from i
import sys

M = 10**9 + 7


def solve(n: int) -> int:
    ways = [1]
    ways.extend([0] * (n + 1))
    for i in range(n):
        for move in (1, 2):
            ways[i + move] += ways[i]
            ways[i + move] %= M
    return ways[n]


print(solve(int(sys.stdin.read())))
