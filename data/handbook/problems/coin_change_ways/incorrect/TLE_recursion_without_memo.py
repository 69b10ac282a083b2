import sys

sys.setrecursionlimit(10000)
n, s = map(int, input().split())
coins = list(map(int, input().split()))


def ways(k, rest):
    if rest == 0:
        return 1
    if rest < 0 or k == n:
        return 0
    return ways(k, rest - coins[k]) + ways(k + 1, rest)


print(ways(0, s) % (10**9 + 7))
