import math
import sys

sys.setrecursionlimit(5000)

memo = {0: 0}


def fewest(rest: int) -> int:
    if rest in memo:
        return memo[rest]
    best = min(fewest(rest - side * side) for side in range(math.isqrt(rest), 0, -1)) + 1
    memo[rest] = best
    return best


def main():
    print(fewest(int(sys.stdin.read())))


main()
