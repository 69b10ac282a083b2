import sys

sys.setrecursionlimit(50000)
memo = {0: 0}


def fewest(total):
    if total not in memo:
        memo[total] = 1 + min(fewest(total - k * k) for k in range(1, int(total**0.5) + 1))
    return memo[total]


if __name__ == "__main__":
    print(fewest(int(sys.stdin.readline())))
