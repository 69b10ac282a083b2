import sys

sys.setrecursionlimit(100000)


def rob(houses, i, memo):
    if i < 0:
        return 0
    if memo[i] != -1:
        return memo[i]
    memo[i] = max(rob(houses, i - 1, memo), rob(houses, i - 2, memo) + houses[i])
    return memo[i]


def main():
    data = list(map(int, sys.stdin.read().split()))
    houses = data[1:]
    print(rob(houses, len(houses) - 1, [-1] * len(houses)))


if __name__ == "__main__":
    main()
