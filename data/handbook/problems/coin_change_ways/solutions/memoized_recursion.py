import sys

sys.setrecursionlimit(10**5)
n, s = map(int, input().split())
coins = sorted(map(int, input().split()))
M = 10**9 + 7
memo = {}


def ways(k, rest):
    """with the k smallest kinds"""
    if rest == 0:
        return 1
    while k and coins[k - 1] > rest:
        k -= 1
    if k == 0:
        return 0
    key = k * 2001 + rest
    if key not in memo:
        memo[key] = (ways(k, rest - coins[k - 1]) + ways(k - 1, rest)) % M
    return memo[key]


print(ways(n, s))
