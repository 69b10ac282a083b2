k, n = map(int, input().split())
memo = {}


def f(e, m):
    if e == 1 and m > 0:
        return 1 + f(e, m - 1)
    if (e, m) not in memo:
        memo[e, m] = 1 + min(max(f(e - 1, x - 1), f(e, m - x)) for x in range(1, m + 1))
    return memo[e, m]


print(f(k, n))
